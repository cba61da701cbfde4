import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { stripVTControlCharacters } from 'node:util'

const PATIENCE_MS = 60_000

/** A process whose output can be waited for, with the time that it takes to appear. */
export class WatchedProcess {
  readonly #child: ChildProcess
  #text = ''
  #onText = () => {}

  constructor(command: string, cwd: string) {
    // Through the shell, as people type it: npm and npx are scripts on Windows.
    this.#child = spawn(command, { cwd, shell: true, detached: process.platform !== 'win32' })
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#text += stripVTControlCharacters(text)
        this.#onText()
      })
    }
  }

  /** Milliseconds until the output matches, from `start`, counting only what comes after this call. */
  async until(pattern: RegExp, start = performance.now()): Promise<number> {
    this.#text = ''
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${pattern} never came: ${this.#text}`)), PATIENCE_MS)
      this.#onText = () => {
        if (!pattern.test(this.#text)) return
        clearTimeout(timer)
        this.#onText = () => {}
        resolve(performance.now() - start)
      }
    })
  }

  get pid(): number {
    return this.#child.pid ?? 0
  }

  /** All that it printed, once it has ended by itself. */
  async output(): Promise<string> {
    await once(this.#child, 'close')
    return this.#text
  }

  /** Ends it with everything that it started. */
  async kill(): Promise<void> {
    const exit = once(this.#child, 'exit')
    if (process.platform === 'win32') spawn('taskkill', ['/pid', String(this.#child.pid), '/t', '/f'])
    else process.kill(-(this.#child.pid ?? 0), 'SIGTERM')
    await exit
  }
}
