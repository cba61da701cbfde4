// A real Redis or Valkey, when the machine has one: its own port, its own folder, and a way to hurt it.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { puertoLibre } from '../../../lessons/comun/puertos.ts'

/** Away from the ports of the lessons' servers, and below those that a system gives to whoever asks for any. */
const FIRST_PORT = 20_000

const COMMAND = ['valkey-server', 'redis-server'].find((name) => !spawnSync(name, ['--version']).error)

/** Why nothing can be proved here; never in CI, where a server has to be. */
export const MISSING = COMMAND ? '' : ' (sin redis-server ni valkey-server en esta máquina)'
if (MISSING && process.env.CI === 'true') throw new Error('Falta redis-server: lo instala .ci/run')

export interface RedisServer {
  url: string
  /** It keeps its connections and answers nothing. */
  freeze(): void
  thaw(): void
  /** It dies at once, as in a power cut. */
  kill(): Promise<void>
  /** Starts it again in the same port, with what it had on its disk or as if it had never written anything. */
  start(kept?: 'disk' | 'nothing'): Promise<void>
  /** Ends it and removes what it wrote. */
  close(): Promise<void>
}

/** Starts an empty server that has every order on its disk before it answers. */
export async function startRedis(): Promise<RedisServer> {
  const port = await puertoLibre(FIRST_PORT + (process.pid % 500) * 10)
  const folder = mkdtempSync(join(tmpdir(), 'cuaderno-redis-'))
  const args = ['--port', `${port}`, '--bind', '127.0.0.1', '--dir', folder, '--save', '']
  let running: ChildProcess

  async function start(kept: 'disk' | 'nothing' = 'disk'): Promise<void> {
    const keep = ['--appendonly', kept === 'disk' ? 'yes' : 'no', '--appendfsync', 'always']
    running = spawn(COMMAND ?? '', [...args, ...keep], { stdio: ['ignore', 'pipe', 'ignore'] })
    let said = ''
    await new Promise<void>((resolve, reject) => {
      running.stdout!.on('data', (chunk) => {
        said += chunk
        if (said.includes('Ready to accept connections')) resolve()
      })
      running.once('exit', () => reject(new Error(`${COMMAND} did not start: ${said}`)))
    })
  }
  async function kill(): Promise<void> {
    const ended = once(running, 'exit')
    running.kill('SIGKILL')
    await ended
  }

  await start()
  return {
    url: `redis://127.0.0.1:${port}`,
    freeze: () => void running.kill('SIGSTOP'),
    thaw: () => void running.kill('SIGCONT'),
    kill,
    start,
    async close() {
      if (running.exitCode === null && running.signalCode === null) await kill()
      rmSync(folder, { recursive: true, maxRetries: 20 })
    },
  }
}
