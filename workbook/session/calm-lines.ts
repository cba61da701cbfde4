import { cleanLine } from '../verdict/explain/clean.ts'
import { TEXTS } from '../verdict/explain/texts.ts'

/** How often lines are told, in milliseconds, and how many of the last ones. */
const PAUSE_MS = 100
const SHOWN = 3
/** What is kept of a line that does not end, in characters. */
const LONGEST = 1000

/** Cuts what a program writes into lines and tells the last ones now and then: nobody can read a flood. */
export class CalmLines {
  readonly #tell: (lines: string[]) => void
  readonly #matters: (line: string) => boolean
  #rest = ''
  #lines: string[] = []
  #skipped = 0
  #timer?: NodeJS.Timeout

  constructor(tell: (lines: string[]) => void, matters: (line: string) => boolean) {
    this.#tell = tell
    this.#matters = matters
  }

  add(text: string): void {
    const lines = (this.#rest + text).split('\n')
    this.#rest = (lines.pop() ?? '').slice(0, LONGEST)
    for (const line of lines) if (line.trim() && this.#matters(line)) this.#lines.push(line)
    this.#skipped += Math.max(0, this.#lines.length - SHOWN)
    this.#lines = this.#lines.slice(-SHOWN)
    this.#timer ??= setTimeout(() => this.#flush(), PAUSE_MS)
  }

  /** Nobody listens any more. */
  stop(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#lines = []
    this.#rest = ''
    this.#skipped = 0
  }

  #flush(): void {
    const lines = [...(this.#skipped ? [TEXTS.serverMore(this.#skipped)] : []), ...this.#lines]
    this.#timer = undefined
    this.#lines = []
    this.#skipped = 0
    if (lines.length) this.#tell(lines.map((line) => indentOf(line) + cleanLine(line)))
  }
}

function indentOf(line: string): string {
  return /^ */.exec(line)?.[0] ?? ''
}
