import type { DiffLine } from '../../verdict/diff-lines.ts'
import { harmless } from '../../verdict/explain/clean.ts'
import { FOLDED, foldSame } from '../../verdict/fold.ts'
import { TEXTS } from '../../verdict/texts.ts'
import type { Paint } from './paint.ts'

/** The comparison for the terminal: a legend and the lines that differ, by sign as well as by colour. */
export function compareLines(lines: readonly DiffLine[], paint: Paint): string[] {
  return [
    paint('red', TEXTS.mine),
    paint('green', TEXTS.theirs),
    '',
    ...foldSame(lines).map((line) => (line === FOLDED ? paint('dim', FOLDED) : signed(line, paint))),
  ]
}

function signed({ kind, text }: DiffLine, paint: Paint): string {
  const shown = harmless(text)
  if (kind === 'same') return `  ${shown}`.trimEnd()
  return kind === 'mine' ? paint('red', `- ${shown}`) : paint('green', `+ ${shown}`)
}
