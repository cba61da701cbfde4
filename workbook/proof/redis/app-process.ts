// The finished app of lesson 12 in a process of its own, as `npm run lesson 12` serves it.
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { urlToHttpOptions } from 'node:url'
import { ROOT } from '../../curriculum/paths.ts'
import { exchange } from '../../session/send.ts'

const SERVER = join(ROOT, 'lessons', 'comun', 'servidor.ts')

export interface Answer {
  status: number
  body: Record<string, string>
  retryAfter?: string
}

export interface AppProcess {
  ask(method: 'GET' | 'POST', path: string, sent?: { token?: string; body?: object }): Promise<Answer>
  kill(): Promise<void>
}

/** Starts the app in that folder, where its accounts are, with those variables. */
export async function startApp(folder: string, environment: Record<string, string>): Promise<AppProcess> {
  const app = fork(SERVER, ['12-varios-procesos'], {
    cwd: folder,
    env: { ...process.env, ...environment },
    execArgv: ['--conditions=solucion', '--import', import.meta.resolve('tsx')],
    silent: true,
  })
  const [{ direcciones, ca }] = await Promise.race([once(app, 'message'), refusal(app)])
  return {
    ask: (method, path, sent) => ask(`${direcciones[0]}${path}`, method, ca, sent),
    async kill() {
      if (app.exitCode !== null || app.signalCode !== null) return
      app.kill('SIGKILL')
      await once(app, 'exit')
    },
  }
}

async function refusal(app: ChildProcess): Promise<never> {
  const [code] = await once(app, 'exit')
  throw new Error(`The app ended with ${code} before it listened`)
}

async function ask(
  url: string,
  method: string,
  ca: string,
  { token, body }: { token?: string; body?: object } = {},
): Promise<Answer> {
  const headers = {
    ...(token && { Authorization: `Bearer ${token}` }),
    ...(body && { 'Content-Type': 'application/json' }),
  }
  const options = { ...urlToHttpOptions(new URL(url)), method, ca, headers }
  const answer = await exchange(options, body && JSON.stringify(body))
  const { 'retry-after': retryAfter } = answer.headers
  return { status: answer.status, body: JSON.parse(answer.body), retryAfter }
}
