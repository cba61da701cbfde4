import type { WriteStream } from 'node:tty'
import { LEAVE_PASTES, MARK_PASTES } from './keys.ts'
import { logLines } from './log.ts'
import { paintFor } from './report/paint.ts'
import { lengthOf } from './report/wrap.ts'
import { drawScreen, type Size } from './screen.ts'
import type { SessionState } from './state.ts'

/** Shows what changed in the session. */
export type Display = (next: SessionState, previous: SessionState | undefined) => void

const CLEAR_ALL = '\x1b[2J'
const HOME = '\x1b[H'
const CLEAR_LINE = '\x1b[K'
const CLEAR_BELOW = '\x1b[J'
const DEFAULT_SIZE = { columns: 80, rows: 40 }

/** One screen redrawn in place on a terminal; a plain log anywhere else (CI, a pipe, a terminal that only writes). */
export function displayFor(output: WriteStream): { display: Display; end: () => void } {
  const paint = paintFor(output)
  if (!output.isTTY || process.env.TERM === 'dumb') {
    const display: Display = (next, previous) => {
      const lines = logLines(next, previous, paint)
      if (lines.length) output.write(`${lines.join('\n')}\n`)
    }
    return { display, end: () => {} }
  }
  const write = output.write.bind(output)
  // What a library writes by itself (of a page that it cannot read, say) would run over the screen.
  const restore = [process.stdout, process.stderr].map(silence)
  write(CLEAR_ALL + MARK_PASTES)
  return {
    display: (next) => {
      const size = sizeOf(output)
      write(HOME + drawn(drawScreen(next, size, paint), size) + CLEAR_BELOW)
    },
    end: () => {
      for (const speak of restore) speak()
      // Whatever comes next begins on a line of its own.
      write(`${LEAVE_PASTES}\n`)
    },
  }
}

/** How much of a screen an output is. */
export function sizeOf(output: Pick<WriteStream, 'columns' | 'rows'>): Size {
  return { columns: output.columns || DEFAULT_SIZE.columns, rows: output.rows || DEFAULT_SIZE.rows }
}

/** What is left of a row is cleared, but for a full one: that would clear its last character. */
function drawn(lines: readonly string[], { columns }: Size): string {
  const clear = (line: string) => (line && lengthOf(line) % columns === 0 ? '' : CLEAR_LINE)
  return lines.map((line) => line + clear(line)).join('\r\n')
}

/** Keeps a stream from writing; gives how to let it again. */
function silence(stream: NodeJS.WriteStream): () => void {
  const { write } = stream
  stream.write = (_chunk: unknown, encoding?: unknown, done?: unknown) => {
    const told = [encoding, done].find((each) => typeof each === 'function')
    told?.()
    return true
  }
  return () => {
    stream.write = write
  }
}
