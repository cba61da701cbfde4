import { diffArrays } from 'diff'

/** A line of the learner's file, of the solution or of both. */
export interface DiffLine {
  kind: 'same' | 'mine' | 'theirs'
  text: string
}

const REGION_MARK = /^\s*\/\/ #(?:end)?region\b/
const TODO_MARK = /^(\s*\/\/ )TODO \d+: /

/**
 * The learner's text beside the solution's, line by line. What only one of them can have says nothing
 * and is left out: marks of regions, numbers of TODOs, the line endings and BOM of an editor.
 */
export function compareTexts(exercise: string, solution: string): DiffLine[] {
  const mine = linesOf(exercise).map((line) => line.replace(TODO_MARK, '$1'))
  return diffArrays(mine, linesOf(solution)).flatMap(({ added, removed, value }) => {
    const kind = added ? 'theirs' : removed ? 'mine' : 'same'
    return value.map((text) => ({ kind, text }) as const)
  })
}

function linesOf(text: string): string[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  const whole = lines.at(-1) === '' ? lines.slice(0, -1) : lines
  return whole.filter((line) => !REGION_MARK.test(line))
}
