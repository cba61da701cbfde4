import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { rmSync, writeFileSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'
import { vi } from 'vitest'
import { descendants, survivors } from './processes.ts'
import type { ProjectCopy } from './project-copy.ts'

const PATIENCE_MS = 90_000
/** How much of what it said is told if it does not say what it should. */
const TOLD = 1500

/** A session of `npm run lesson` in a copy of the project, driven as a learner does: saving and reading. */
export class DrivenSession {
  readonly #child: ChildProcess
  readonly #ended: Promise<unknown>
  #printed = ''
  #read = 0
  #onPrinted = () => {}

  constructor(copy: ProjectCopy, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
    this.#child = copy.start(args, env)
    this.#ended = once(this.#child, 'exit')
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#printed += text
        this.#onPrinted()
      })
    }
  }

  /** Something else happens. What was printed before does not count as its answer. */
  async after(happens: () => void | Promise<void>): Promise<void> {
    this.#read = this.#printed.length
    await happens()
  }

  /** Saves a file. What was printed before does not count as its answer. */
  save(file: string, text: string): void {
    this.#read = this.#printed.length
    writeFileSync(file, text)
  }

  /** Deletes a file. What was printed before does not count as its answer. */
  delete(file: string): void {
    this.#read = this.#printed.length
    rmSync(file)
  }

  /** Presses a key, which without a terminal is a line. */
  press(key: string): void {
    this.#read = this.#printed.length
    this.#child.stdin?.write(`${key}\n`)
  }

  /** What it said since the last save, in one line and without colours. */
  get answer(): string {
    return stripVTControlCharacters(this.#printed.slice(this.#read)).replace(/\s+/g, ' ')
  }

  /** What it printed since the last save, as it is. */
  get raw(): string {
    return this.#printed.slice(this.#read)
  }

  /** Waits until it has said all of these, in any order and however it breaks its lines. */
  async says(...sentences: string[]): Promise<void> {
    const missing = () => sentences.filter((sentence) => !this.answer.includes(sentence))
    await this.#until(
      () => !missing().length,
      () => `It never said «${missing().join('», «')}»`,
    )
  }

  /** Waits for a text of this form and gives it. */
  async match(pattern: RegExp): Promise<string> {
    const found = () => pattern.exec(this.answer)?.[0]
    await this.#until(
      () => found() !== undefined,
      () => `Nothing matches ${pattern}`,
    )
    return found() ?? ''
  }

  /** Ends it as an editor does when its terminal is closed; gives the processes that outlive it. */
  async close(): Promise<number[]> {
    const started = descendants(this.#child.pid ?? 0)
    this.#child.kill()
    await this.#ended
    // Each of its processes notices by itself that nobody is there any more.
    const gone = vi.waitUntil(() => !survivors(started).length, { timeout: 10_000, interval: 100 })
    await gone.catch(() => {})
    return survivors(started)
  }

  #until(holds: () => boolean, complaint: () => string): Promise<void> {
    return new Promise((resolve, reject) => {
      const settle = (act: () => void) => {
        clearTimeout(timer)
        this.#onPrinted = () => {}
        act()
      }
      const fail = () =>
        settle(() => reject(new Error(`${complaint()}. It said: ${this.answer.slice(0, TOLD)}`)))
      const timer = setTimeout(fail, PATIENCE_MS)
      this.#onPrinted = () => holds() && settle(resolve)
      void this.#ended.then(() => holds() || fail())
      this.#onPrinted()
    })
  }
}
