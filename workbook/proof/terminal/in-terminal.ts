import { afterEach, describe } from 'vitest'
import { ProjectCopy } from '../support/project-copy.ts'
import { HAS_TMUX, Terminal, type TerminalSize } from '../support/terminal.ts'

let copy: ProjectCopy
let open: Terminal[] = []

/** A copy of the notebook as somebody finds it who has just installed it. */
export async function freshCopy(): Promise<ProjectCopy> {
  copy = await ProjectCopy.create()
  return copy
}

/** Runs a command in a terminal of its own, closed after the test. */
export function runIn(where: ProjectCopy, command: string, size?: TerminalSize): Terminal {
  const terminal = new Terminal(where, command, size)
  open.push(terminal)
  return terminal
}

// Windows has no tmux, whoever runs the tests.
const REQUIRED = Boolean(process.env.CI) && process.platform !== 'win32'

/** Tests with a real terminal: told to be left out where there is none, and missed in CI. */
export function describeInTerminal(name: string, body: () => void): void {
  const title = HAS_TMUX ? name : `${name} (left out: no tmux here)`
  describe.skipIf(!HAS_TMUX && !REQUIRED)(title, { timeout: 120_000 }, () => {
    afterEach(async () => {
      for (const terminal of open) terminal.close()
      open = []
      await copy.remove()
    })
    body()
  })
}
