import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Condition } from '../curriculum/imports.ts'
import { nodeArgs } from '../curriculum/node-args.ts'
import { ROOT } from '../curriculum/paths.ts'
import { MEMORY_MB } from '../verdict/explain/limits.mjs'
import { TEXTS } from '../verdict/explain/texts.ts'
import { explainCrash } from './app-crash.ts'
import { CalmLines } from './calm-lines.ts'

const SERVER = join(ROOT, 'lessons', 'comun', 'servidor.ts')
// It waits for hours, as the session does: V8 looks for garbage after each new megabyte. By itself it lets
// 16 MB and more pile up, and keeps that room while the process only waits.
const LEAN = '--max-semi-space-size=1'
const FRAME = /^\s+at /
const FOREIGN = /node_modules|node:|\(<anonymous>\)/
// What the server and Node write by themselves; the session says it its own way.
const NOISE = /^(?:Servidor en |Node\.js v|<---|\s*\d+: 0x|\s*\^+\s*$)/
/** How long it may take to listen, in milliseconds: a bad machine needs a third. */
const START_MS = 20_000
/** What is kept of its stderr to explain its end, in characters. */
const KEPT = 8000

/** What the learner's app tells of itself. */
export type AppNews =
  | { kind: 'ready'; addresses: string[]; ca?: string }
  /** It could not start, or ended by itself: why, and what to do. */
  | { kind: 'failed'; reason: string }
  /** A token that it issued. */
  | { kind: 'token'; token: string }
  /** The last lines that it wrote. */
  | { kind: 'output'; lines: string[] }

type Message = { direcciones: string[]; ca?: string } | { token: string }

/** The learner's app, running in a process of its own that survives whatever the tests do. */
export class AppServer {
  readonly #args: readonly string[]
  readonly #tell: (news: AppNews) => void
  readonly #lines: CalmLines
  #child?: ChildProcess
  #closed = false
  #inStack = false
  #starting: Promise<void> = Promise.resolve()

  constructor(slug: string, condition: Condition | undefined, tell: (news: AppNews) => void) {
    const limit = `--max-old-space-size=${MEMORY_MB}`
    this.#args = [LEAN, limit, ...nodeArgs(condition), SERVER, slug]
    this.#tell = tell
    this.#lines = new CalmLines((lines) => tell({ kind: 'output', lines }), this.#matters)
    process.once('exit', this.#kill)
  }

  /** Starts the app, or starts it again with the files as they are now. */
  restart(): Promise<void> {
    this.#starting = this.#starting.then(() => this.#end()).then(() => this.#start())
    return this.#starting
  }

  async stop(): Promise<void> {
    await this.#starting
    await this.#end()
  }

  /** Stops the app for good. */
  async close(): Promise<void> {
    this.#closed = true
    process.off('exit', this.#kill)
    await this.stop()
  }

  #kill = () => this.#child?.kill('SIGKILL')

  #start(): void {
    if (this.#closed) return
    const stdio = ['ignore', 'pipe', 'pipe', 'ipc'] as const
    const child = spawn(process.execPath, this.#args, { cwd: ROOT, stdio: [...stdio] })
    this.#child = child
    const mine = (listen: () => void) => this.#child === child && listen()
    let ready = false
    let errors = ''
    const fail = (reason: string) => mine(() => this.#fail(reason))
    const slow = setTimeout(() => fail(TEXTS.serverSlow(START_MS / 1000)), START_MS)
    child.on('message', (message: Message) => {
      if ('token' in message) return this.#tell({ kind: 'token', token: message.token })
      ready = true
      clearTimeout(slow)
      this.#tell({ kind: 'ready', addresses: message.direcciones, ca: message.ca })
    })
    child.stdout?.setEncoding('utf8').on('data', (text: string) => mine(() => this.#lines.add(text)))
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      errors = (errors + text).slice(-KEPT)
      if (ready) mine(() => this.#lines.add(text))
    })
    child.once('error', ({ message }) => fail(message))
    child.once('exit', () => clearTimeout(slow))
    child.once('close', (code) => fail(explainCrash({ ready, code, errors })))
  }

  /** An app that is stuck in a loop answers to nothing else. */
  #fail(reason: string): void {
    this.#kill()
    this.#child = undefined
    this.#lines.stop()
    this.#tell({ kind: 'failed', reason })
  }

  async #end(): Promise<void> {
    const child = this.#child
    this.#child = undefined
    this.#lines.stop()
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGKILL')
    await once(child, 'exit')
  }

  /** Of a stack, the first frame that is not of a package or of Node says enough. */
  #matters = (line: string): boolean => {
    const frame = FRAME.test(line)
    if (frame && (this.#inStack || FOREIGN.test(line))) return false
    this.#inStack = frame
    return !NOISE.test(line)
  }
}
