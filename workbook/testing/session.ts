import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { rmSync, writeFileSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'
import type { ProjectCopy } from './project-copy.ts'

const PATIENCE_MS = 30_000

/** A session of `npm run lesson` in a copy of the project, driven as a learner does: saving and reading. */
export class Session {
  readonly #child: ChildProcess
  readonly #exit: Promise<unknown>
  #printed = ''
  #read = 0
  #onPrinted = () => {}

  constructor(copy: ProjectCopy, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
    this.#child = copy.start(args, env)
    this.#exit = once(this.#child, 'exit')
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#printed += text
        this.#onPrinted()
      })
    }
  }

  get pid(): number {
    return this.#child.pid ?? 0
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

  /** Waits until the session says all of these, in any order and however it breaks its lines. */
  async says(...sentences: string[]): Promise<void> {
    const missing = () => sentences.filter((sentence) => !this.answer.includes(sentence))
    await this.#until(
      () => !missing().length,
      () => `Nobody said «${missing().join('», «')}»`,
    )
  }

  /** Waits for a text of this form and gives the part in its first parentheses, or all of it. */
  async match(pattern: RegExp): Promise<string> {
    const find = () => pattern.exec(this.answer)
    await this.#until(
      () => find() !== null,
      () => `Nothing matches ${pattern}`,
    )
    const [all = '', part = all] = find() ?? []
    return part
  }

  /** What it said since the last save, in one line and without colours. */
  get answer(): string {
    return stripVTControlCharacters(this.#printed.slice(this.#read)).replace(/\s+/g, ' ')
  }

  /** Ends the session as an editor does when its terminal is closed. */
  async close(): Promise<void> {
    this.#child.kill()
    await this.#exit
  }

  #until(holds: () => boolean, complaint: () => string): Promise<void> {
    return new Promise((resolve, reject) => {
      const settle = (act: () => void) => {
        clearTimeout(timer)
        this.#onPrinted = () => {}
        act()
      }
      const fail = () => settle(() => reject(new Error(`${complaint()}. It said: ${this.answer}`)))
      const timer = setTimeout(fail, PATIENCE_MS)
      this.#onPrinted = () => holds() && settle(resolve)
      void this.#exit.then(() => !holds() && fail())
      this.#onPrinted()
    })
  }
}
