import { type ChildProcess, spawn } from 'node:child_process'
import { createSecretKey } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { appOf } from '../../curriculum/lesson.ts'
import { loadBook } from '../../curriculum/lessons.ts'
import { ROOT } from '../../curriculum/paths.ts'

/** Behind which both APIs believe to be. */
const PROXY = '127.0.0.1'

/** An API that listens: its origin, and how to stop it. */
export interface RunningApi {
  origin: string
  stop(): void
}

/** Starts the API of `docs/flask/app.py`. */
export async function startFlask(python: string, secret: string): Promise<RunningApi> {
  const child: ChildProcess = spawn(python, [join(ROOT, 'docs', 'flask', 'app.py')], {
    env: { ...process.env, JWT_SECRETO: secret, PYTHONDONTWRITEBYTECODE: '1' },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`docs/flask/app.py ended with ${code} before it listened`)
  })
  const [port] = await Promise.race([once(child.stdout!, 'data'), ended])
  return { origin: `http://127.0.0.1:${String(port).trim()}`, stop: () => void child.kill() }
}

/** Starts the workbook's finished app; whether its modules are the solutions is up to the import condition. */
export async function startWorkbook(secret: string, publicOrigin: string): Promise<RunningApi> {
  const { crearApp } = await import(pathToFileURL(join(appOf(await loadBook()).folder, 'app.ts')).href)
  const app = crearApp({ secreto: createSecretKey(secret, 'utf8'), origen: publicOrigin, proxies: [PROXY] })
  const server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { origin: `http://127.0.0.1:${port}`, stop: () => void server.close() }
}
