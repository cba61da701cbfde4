import { execFileSync } from 'node:child_process'

interface Process {
  pid: number
  parent: number
}

/** The ids of the processes that this one started, and those that these started. */
export function descendants(pid: number): number[] {
  const all = running()
  const childrenOf = (parent: number): number[] =>
    all.filter((process) => process.parent === parent).flatMap(({ pid }) => [pid, ...childrenOf(pid)])
  return childrenOf(pid)
}

/** Those of these processes that are still running. */
export function survivors(pids: readonly number[]): number[] {
  const alive = running().map(({ pid }) => pid)
  return pids.filter((pid) => alive.includes(pid))
}

/** A process that ended but that nobody asked about yet (a zombie) does not count. */
function running(): Process[] {
  const lines = process.platform === 'win32' ? listOnWindows() : listOnUnix()
  const rows = lines.split('\n').map((line) => line.trim().split(/\s+/))
  return rows
    .filter(([, , state = '']) => !state.startsWith('Z'))
    .map(([pid, parent]) => ({ pid: Number(pid), parent: Number(parent) }))
}

function listOnUnix(): string {
  return execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat='], { encoding: 'utf8' })
}

function listOnWindows(): string {
  const query = 'Get-CimInstance Win32_Process | % { "$($_.ProcessId) $($_.ParentProcessId)" }'
  return execFileSync('powershell', ['-NoProfile', '-Command', query], { encoding: 'utf8' })
}
