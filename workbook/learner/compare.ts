import { existsSync, readFileSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'
import type { Lesson } from '../curriculum/lesson.ts'
import type { Paint } from '../session/report/paint.ts'
import { TEXTS } from '../verdict/comparison-texts.ts'
import { compareTexts, type DiffLine } from '../verdict/diff-lines.ts'
import { FOLDED, foldSame } from '../verdict/fold.ts'

/** The learner's file beside the solution, line by line. */
export function compareWithSolution({ exercise, solution }: Lesson): DiffLine[] {
  return compareTexts(textOf(exercise), textOf(solution))
}

/** The comparison for the terminal: a legend and the lines that differ, by sign as well as by colour. */
export function compareLines(lines: readonly DiffLine[], paint: Paint): string[] {
  if (lines.every(({ kind }) => kind === 'same')) return [TEXTS.same]
  return [
    paint('red', TEXTS.mine),
    paint('green', TEXTS.theirs),
    '',
    ...foldSame(lines).map((line) => (line === FOLDED ? paint('dim', FOLDED) : signed(line, paint))),
  ]
}

function signed({ kind, text }: DiffLine, paint: Paint): string {
  const shown = stripVTControlCharacters(text)
  if (kind === 'same') return `  ${shown}`.trimEnd()
  return kind === 'mine' ? paint('red', `- ${shown}`) : paint('green', `+ ${shown}`)
}

function textOf(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}
