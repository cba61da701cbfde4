import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { descendants } from '../support/processes.ts'
import type { ProjectCopy } from '../support/project-copy.ts'
import { OUR_RESULT } from './patterns.ts'
import { touch } from './save.ts'
import { TEXTS } from './texts.ts'
import { WatchedProcess } from './watched-process.ts'

// Until V8 has collected what the start left behind.
const SETTLE_MS = 30_000
const REST_MS = 20_000
// Until V8 has grown to what a save needs.
const WARM_UP = 200
const SAVES = 1000
const SAMPLES = 4
// The worker of the last run has gone by then, and the next one is there.
const PAUSE_MS = 2000
const TICKS_PER_SECOND = 100

/** What a session takes while nobody does anything. Only on Linux, which tells it process by process. */
export async function measureRest(copy: ProjectCopy, lesson: number): Promise<string> {
  const session = await openSession(copy, lesson)
  await setTimeout(SETTLE_MS)
  const processes = [session.pid, ...descendants(session.pid)]
  const [before, sizes] = [ticks(processes), processes.map(megabytes)]
  await setTimeout(REST_MS)
  const percent = (100 * (ticks(processes) - before)) / TICKS_PER_SECOND / (REST_MS / 1000)
  await session.kill()
  return TEXTS.rest(Math.round(sum(sizes)), sizes.map(Math.round).join(' + '), percent)
}

/**
 * What the session's own process takes along a thousand saves, in even samples: what only grows until
 * its garbage is collected goes up and down, what is lost goes up. Only on Linux.
 */
export async function measureThousand(copy: ProjectCopy, lesson: number): Promise<string> {
  copy.solve(lesson)
  const session = await openSession(copy, lesson)
  const sizeAfter = async (saves: number) => {
    for (let time = 0; time < saves; time += 1) {
      const result = session.until(OUR_RESULT)
      touch(copy, lesson)
      await result
    }
    await setTimeout(PAUSE_MS)
    return sizeOf(session.pid)
  }
  const sizes = [await sizeAfter(WARM_UP)]
  for (let sample = 0; sample < SAMPLES; sample += 1) sizes.push(await sizeAfter(SAVES / SAMPLES))
  await session.kill()
  return TEXTS.thousand(SAVES, sizes)
}

/** As npm does, but without npm, which would be counted. */
async function openSession(copy: ProjectCopy, lesson: number): Promise<WatchedProcess> {
  await copy.run(['lista'])
  const { scripts } = JSON.parse(copy.read('package.json'))
  const session = new WatchedProcess(`exec ${scripts.lesson} ${lesson}`, copy.folder)
  await session.until(OUR_RESULT)
  return session
}

function sizeOf(pid: number): string {
  return TEXTS.size(Math.round(megabytes(pid)), readdirSync(`/proc/${pid}/fd`).length)
}

/** Its share of the memory: what several processes have in common counts once among them. */
export function megabytes(pid: number): number {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
  return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1]) / 1024
}

/** The time of processor that they have used, in hundredths of a second. */
function ticks(pids: readonly number[]): number {
  // After the name, which may have spaces: utime and stime are the 14th and 15th fields.
  const fields = pids.map((pid) => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [])
  return sum(fields.map((row) => Number(row[11]) + Number(row[12])))
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
