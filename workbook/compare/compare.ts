import { existsSync, readFileSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'
import { diffArrays } from 'diff'
import type { Lesson } from '../curriculum/lessons.ts'
import type { Paint } from '../report/paint.ts'
import { FOLDED, foldSame } from './fold.ts'
import { TEXTS } from './texts.ts'

/** A line of the learner's file, of the solution or of both. */
export interface DiffLine {
  kind: 'same' | 'mine' | 'theirs'
  text: string
}

const REGION_MARK = /^\s*\/\/ #(?:end)?region\b/
const TODO_MARK = /^(\s*\/\/ )TODO \d+: /

/**
 * The learner's file beside the solution, line by line. What only one of them can have says nothing
 * and is left out: marks of regions, numbers of TODOs, the line endings and BOM of an editor.
 */
export function compareWithSolution(lesson: Lesson): DiffLine[] {
  const mine = linesOf(lesson.exercise).map((line) => line.replace(TODO_MARK, '$1'))
  const theirs = linesOf(lesson.solution)
  return diffArrays(mine, theirs).flatMap(({ added, removed, value }) => {
    const kind = added ? 'theirs' : removed ? 'mine' : 'same'
    return value.map((text) => ({ kind, text }) as const)
  })
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

function linesOf(file: string): string[] {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  const whole = lines.at(-1) === '' ? lines.slice(0, -1) : lines
  return whole.filter((line) => !REGION_MARK.test(line))
}
