import type { WriteStream } from 'node:tty'
import { logLines } from './log.ts'
import { paintFor } from './report/paint.ts'
import { drawScreen } from './screen.ts'
import type { SessionState } from './state.ts'

/** Shows what changed in the session. */
export type Display = (next: SessionState, previous: SessionState | undefined) => void

const CLEAR_ALL = '\x1b[2J'
const HOME = '\x1b[H'
// A line that does not fit is cut: a wrapped one would push the screen up.
const NO_WRAP = '\x1b[?7l'
const WRAP = '\x1b[?7h'
const CLEAR_LINE = '\x1b[K'
const CLEAR_BELOW = '\x1b[J'
const DEFAULT_SIZE = { columns: 80, rows: 40 }

/** One screen redrawn in place on a terminal; a plain log anywhere else (CI, a pipe). */
export function displayFor(output: WriteStream): Display {
  const paint = paintFor(output)
  if (!output.isTTY) {
    return (next, previous) => {
      const lines = logLines(next, previous, paint)
      if (lines.length) output.write(`${lines.join('\n')}\n`)
    }
  }
  output.write(CLEAR_ALL)
  return (next) => {
    const { columns, rows } = { ...DEFAULT_SIZE, columns: output.columns, rows: output.rows }
    const lines = drawScreen(next, { columns, rows }, paint)
    const text = lines.map((line) => line + CLEAR_LINE).join('\n')
    output.write(`${NO_WRAP}${HOME}${text}${CLEAR_BELOW}${WRAP}`)
  }
}
