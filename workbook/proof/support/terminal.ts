import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { vi } from 'vitest'
import { descendants, survivors } from './processes.ts'
import { ownEnv, type ProjectCopy } from './project-copy.ts'

const PATIENCE_MS = 30_000
const LOOK_MS = 50
// biome-ignore lint/suspicious/noControlCharactersInRegex: what a colour begins with.
const COLOUR = /\u001b\[(?:3[0-7]|9[0-7])m/g

/** Whether this machine can give us a terminal without a window. */
export const HAS_TMUX = process.platform !== 'win32' && works('tmux', '-V')

export interface TerminalSize {
  columns: number
  rows: number
}

/** A terminal with a command of the notebook in it: keys go in, and the screen is read as people see it. */
export class Terminal {
  readonly #socket = randomUUID()

  constructor(
    copy: ProjectCopy,
    command: string,
    { columns, rows }: TerminalSize = { columns: 80, rows: 40 },
  ) {
    const size = ['-x', String(columns), '-y', String(rows)]
    this.#tmux(
      ['-f', '/dev/null', 'new-session', '-d', ...size, '-c', copy.folder, `sleep 0.2; ${command}`],
      {
        ...ownEnv(),
        TERM: 'xterm-256color',
      },
    )
    // The screen stays when the command ends, with its exit code.
    this.#tmux(['set-option', 'remain-on-exit', 'on'])
  }

  /** What is on the screen now. */
  get screen(): string {
    return this.#tmux(['capture-pane', '-p'])
  }

  /** The same in one line, however it is broken. */
  get text(): string {
    return this.screen.replace(/\s+/g, ' ')
  }

  /** The sequences that give it colour, in the order of the screen. */
  get colours(): string[] {
    return this.#tmux(['capture-pane', '-p', '-e']).match(COLOUR) ?? []
  }

  /** Presses keys, by their names in tmux: `p`, `Enter`, `Escape`, `Up`, `C-c`. */
  press(...keys: string[]): void {
    this.#tmux(['send-keys', ...keys])
  }

  /** Waits until all of these are on the screen. */
  async shows(...sentences: string[]): Promise<void> {
    const missing = () => sentences.filter((sentence) => !this.text.includes(sentence))
    await vi
      .waitUntil(() => !missing().length, { timeout: PATIENCE_MS, interval: LOOK_MS })
      .catch(() => {
        throw new Error(`The screen never shows «${missing().join('», «')}»:\n${this.screen}`)
      })
  }

  /** Presses a key and waits for what it brings. */
  async try(key: string, ...sentences: string[]): Promise<void> {
    this.press(key)
    await this.shows(...sentences)
  }

  /** The exit code, once the command has ended by itself. */
  async exit(): Promise<number> {
    await vi.waitUntil(() => this.#ask('pane_dead') === '1', { timeout: PATIENCE_MS, interval: LOOK_MS })
    return Number(this.#ask('pane_dead_status'))
  }

  /** Ends the notebook's own process as a crash does; gives those that outlive it. */
  async crash(): Promise<number[]> {
    const started = descendants(Number(this.#ask('pane_pid')))
    const notebook = started.find((pid) => commandOf(pid).includes('workbook/main.mjs'))
    process.kill(notebook ?? 0, 'SIGKILL')
    const gone = vi.waitUntil(() => !survivors(started).length, { timeout: 10_000, interval: 100 })
    await gone.catch(() => {})
    return survivors(started)
  }

  close(): void {
    this.#tmux(['kill-server'])
  }

  #ask(name: string): string {
    return this.#tmux(['display-message', '-p', `#{${name}}`]).trim()
  }

  #tmux(args: readonly string[], env?: NodeJS.ProcessEnv): string {
    return execFileSync('tmux', ['-L', this.#socket, ...args], { encoding: 'utf8', env })
  }
}

function commandOf(pid: number): string {
  return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' })
}

function works(command: string, ...args: string[]): boolean {
  try {
    execFileSync(command, args)
    return true
  } catch {
    return false
  }
}
