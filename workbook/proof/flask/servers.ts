import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Express } from 'express'
import { crearServidor } from '#comun/http.ts'
import { ROOT } from '../../curriculum/paths.ts'

/** Where both APIs believe to be. */
export const BEHIND = { origen: 'https://api.ejemplo.com', proxies: ['127.0.0.1'] }

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

/** Starts an Express app as the workbook serves it. */
export async function startExpress(app: Express): Promise<RunningApi> {
  const server = crearServidor(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { origin: `http://127.0.0.1:${port}`, stop: () => void server.close() }
}
