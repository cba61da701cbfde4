import { rmSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { deriveStub } from '../curriculum/stub.ts'
import { fakeLesson } from '../proof/support/fake-lesson.ts'
import { compareWithSolution } from './compare.ts'

const SOLUTION = `export function uno(): number {
  // #region uno
  // Devuelve 1.
  return 1
  // #endregion uno
}
`
const SOLVED = SOLUTION.replace(/.*#(?:end)?region.*\n/g, '')

const compare = (exercise: string) => compareWithSolution(fakeLesson({ solution: SOLUTION, exercise }))
const differing = (exercise: string) =>
  compare(exercise)
    .filter(({ kind }) => kind !== 'same')
    .map(({ kind, text }) => `${kind}: ${text.trim()}`)

describe('compareWithSolution', () => {
  test('gives first what the learner has and then what the solution has', () => {
    expect(compare(SOLVED.replace('return 1', 'return 2'))).toEqual([
      { kind: 'same', text: 'export function uno(): number {' },
      { kind: 'same', text: '  // Devuelve 1.' },
      { kind: 'mine', text: '  return 2' },
      { kind: 'theirs', text: '  return 1' },
      { kind: 'same', text: '}' },
    ])
  })

  test('of the starting file, differs only in what is left to write', () => {
    expect(differing(deriveStub(SOLUTION))).toEqual([
      "mine: throw new Error('TODO 1: uno')",
      'theirs: return 1',
    ])
  })

  test.each([
    ['the marks of the regions of the solution', SOLVED],
    ['those marks in a file that was copied from it', SOLUTION],
    ['the number of a TODO that was left there', SOLVED.replace('// Devuelve', '// TODO 1: Devuelve')],
    ['CRLF', SOLVED.replaceAll('\n', '\r\n')],
    ['a BOM', `\uFEFF${SOLVED}`],
    ['no line end at the end of the file', SOLVED.trimEnd()],
  ])('passes over %s', (_what, exercise) => {
    expect(differing(exercise)).toEqual([])
  })

  test('does not pass over a blank line or an indent', () => {
    expect(differing(SOLVED.replace('  return', '\n    return'))).toHaveLength(3)
  })

  test('of a file that was deleted, gives the whole solution', () => {
    const lesson = fakeLesson({ solution: SOLUTION })
    rmSync(lesson.exercise)
    expect(compareWithSolution(lesson).map(({ kind }) => kind)).toEqual(Array(4).fill('theirs'))
  })

  test('ends soon with a file of many lines', () => {
    const lesson = fakeLesson({ solution: SOLUTION })
    writeFileSync(lesson.exercise, Array.from({ length: 20_000 }, (_, line) => `línea ${line}`).join('\n'))
    expect(compareWithSolution(lesson)).toHaveLength(20_004)
  })
})
