import { expect, test } from 'vitest'
import { compareTexts } from './diff-lines.ts'

const SOLUTION = 'uno()\n// #region dos\n// Haz dos.\ndos()\n// #endregion dos\n'
const same = (...lines: string[]) => lines.map((text) => ({ kind: 'same', text }))

test.each([
  ['itself', SOLUTION],
  ['itself, as editors of Windows save it', `\uFEFF${SOLUTION.replaceAll('\n', '\r\n')}`],
  ['itself without its marks', 'uno()\n// Haz dos.\ndos()\n'],
  ['a text without a last line break', 'uno()\n// Haz dos.\ndos()'],
  ['a TODO that was left above what it asked for', 'uno()\n// TODO 1: Haz dos.\ndos()\n'],
])('finds the solution equal to %s', (_what, exercise) => {
  expect(compareTexts(exercise, SOLUTION)).toEqual(same('uno()', '// Haz dos.', 'dos()'))
})

test('tells whose each line is', () => {
  expect(compareTexts('uno()\ntres()\n', SOLUTION)).toEqual([
    ...same('uno()'),
    { kind: 'mine', text: 'tres()' },
    { kind: 'theirs', text: '// Haz dos.' },
    { kind: 'theirs', text: 'dos()' },
  ])
})
