import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { ROOT } from '../curriculum/paths.ts'
import { nodeArgs } from '../node-args.ts'

const SERVER = join(ROOT, 'lessons', 'comun', 'servidor.ts')
const ERROR_LINE = /^\w*Error(?: \[\w+\])?: (.+)$/m

export interface AppServerEvents {
  onReady(addresses: readonly string[]): void
  /** It could not start; the text is the first line of its error. */
  onFailure(reason: string): void
  /** A line that the learner's app wrote. */
  onOutput(line: string): void
}

/** The learner's app, running in a process of its own that survives whatever the tests do. */
export class AppServer {
  readonly #slug: string
  readonly #condition: 'mio' | undefined
  readonly #events: AppServerEvents
  #child?: ChildProcess

  constructor(slug: string, condition: 'mio' | undefined, events: AppServerEvents) {
    this.#slug = slug
    this.#condition = condition
    this.#events = events
    process.once('exit', () => this.#child?.kill())
  }

  /** Starts the app, or starts it again with the files as they are now. */
  async restart(): Promise<void> {
    await this.stop()
    const child = spawn(process.execPath, [...nodeArgs(this.#condition), SERVER, this.#slug], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    this.#child = child
    let errors = ''
    let ready = false
    child.on('message', ({ direcciones }: { direcciones: string[] }) => {
      ready = true
      this.#events.onReady(direcciones)
    })
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      if (ready) this.#tell(text)
      else errors += text
    })
    child.once('exit', (code) => {
      if (!ready && code)
        this.#events.onFailure(ERROR_LINE.exec(errors)?.[1] ?? errors.trim().split('\n')[0] ?? '')
    })
  }

  async stop(): Promise<void> {
    const child = this.#child
    this.#child = undefined
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    child.kill()
    await once(child, 'exit')
  }

  /** Frames of packages and of Node say nothing to the learner. */
  #tell(text: string): void {
    for (const line of text.split('\n')) {
      if (line.trim() && !/^\s+at .*(?:node_modules|node:)/.test(line)) this.#events.onOutput(line)
    }
  }
}
