import { describe, expect, test } from 'vitest'
import { formatProgress, mergeProgress, NOTHING_DONE, parseProgress } from './progress.ts'

const QUESTION = '01-generar-el-token/quiz/1abc'
const EARLY = { day: '2026-11-20', days: 6 }
const LATE = { day: '2026-11-26', days: 15 }

const ONE = {
  solved: ['01-generar-el-token'],
  quizzes: ['01-generar-el-token', '03-expiracion'],
  review: { [QUESTION]: EARLY },
}
const OTHER = {
  solved: ['02-proteger-rutas', '01-generar-el-token'],
  quizzes: [],
  review: { [QUESTION]: LATE },
}

describe('parseProgress', () => {
  test.each([NOTHING_DONE, ONE, OTHER])('reads what formatProgress writes: %j', (progress) => {
    expect(parseProgress(formatProgress(progress))).toEqual(progress)
  })

  test.each([
    '',
    'hola',
    '{"version": 1',
    'null',
    '1',
    '[]',
    '{"solved": ["01-generar-el-token"]}',
    '{"version": 2, "solved": ["01-generar-el-token"]}',
    '{"version": "1", "solved": []}',
  ])('does not take %j for progress', (text) => {
    expect(parseProgress(text)).toBeUndefined()
  })

  test('keeps what is sound of damaged data', () => {
    const solved = ['03-expiracion', 7, null, ['x'], '"]{}', '../..', '03-expiracion']
    const review = { [QUESTION]: EARLY, otra: EARLY, '01-generar-el-token/quiz/2': 'mañana' }
    expect(parseProgress(JSON.stringify({ version: 1, solved, quizzes: 'todos', review }))).toEqual({
      solved: ['03-expiracion'],
      quizzes: [],
      review: { [QUESTION]: EARLY },
    })
  })

  test('reads what was kept before there was a review', () => {
    expect(parseProgress('{"version":1,"solved":["03-expiracion"],"quizzes":[]}')).toEqual({
      ...NOTHING_DONE,
      solved: ['03-expiracion'],
    })
  })
})

describe('mergeProgress', () => {
  test('loses nothing of either and repeats nothing', () => {
    expect(mergeProgress(ONE, OTHER)).toEqual({
      solved: ['01-generar-el-token', '02-proteger-rutas'],
      quizzes: ['01-generar-el-token', '03-expiracion'],
      review: { [QUESTION]: LATE },
    })
  })

  test('of the same twice is the same', () => {
    expect(mergeProgress(ONE, ONE)).toEqual(ONE)
  })
})
