import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Condition } from '../curriculum/imports.ts'
import { ROOT } from '../curriculum/paths.ts'
import { nodeArgs } from '../node-args.ts'

const SERVER = join(ROOT, 'lessons', 'comun', 'servidor.ts')
const ERROR_LINE = /^\w*Error(?: \[\w+\])?: (.+)$/m
const FOREIGN_FRAME = /^\s+at .*(?:node_modules|node:|\(<anonymous>\))/

/** What the learner's app tells of itself. */
export type AppNews =
  | { kind: 'ready'; addresses: string[]; ca?: string }
  /** It could not start: the first line of its error. */
  | { kind: 'failed'; reason: string }
  /** A token that it issued. */
  | { kind: 'token'; token: string }
  /** A line that it wrote. */
  | { kind: 'output'; line: string }

type Message = { direcciones: string[]; ca?: string } | { token: string }

/** The learner's app, running in a process of its own that survives whatever the tests do. */
export class AppServer {
  readonly #slug: string
  readonly #condition: Condition | undefined
  readonly #tell: (news: AppNews) => void
  #child?: ChildProcess

  constructor(slug: string, condition: Condition | undefined, tell: (news: AppNews) => void) {
    this.#slug = slug
    this.#condition = condition
    this.#tell = tell
    process.once('exit', this.#kill)
  }

  /** Starts the app, or starts it again with the files as they are now. */
  async restart(): Promise<void> {
    await this.stop()
    const child = spawn(process.execPath, [...nodeArgs(this.#condition), SERVER, this.#slug], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    this.#child = child
    let ready = false
    let errors = ''
    child.on('message', (message: Message) => {
      if ('token' in message) return this.#tell({ kind: 'token', token: message.token })
      ready = true
      this.#tell({ kind: 'ready', addresses: message.direcciones, ca: message.ca })
    })
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      if (ready) this.#tellLines(text)
      else errors += text
    })
    child.once('exit', (code) => {
      if (!ready && code) this.#tell({ kind: 'failed', reason: firstLine(errors) })
    })
  }

  async stop(): Promise<void> {
    const child = this.#child
    this.#child = undefined
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    // An app that is stuck in a loop answers to nothing else.
    child.kill('SIGKILL')
    await once(child, 'exit')
  }

  /** Stops the app for good. */
  async close(): Promise<void> {
    process.off('exit', this.#kill)
    await this.stop()
  }

  #kill = () => this.#child?.kill('SIGKILL')

  /** Frames of packages and of Node say nothing to the learner. */
  #tellLines(text: string): void {
    for (const line of text.split('\n')) {
      if (line.trim() && !FOREIGN_FRAME.test(line)) this.#tell({ kind: 'output', line })
    }
  }
}

function firstLine(errors: string): string {
  return ERROR_LINE.exec(errors)?.[1] ?? errors.trim().split('\n')[0] ?? ''
}
