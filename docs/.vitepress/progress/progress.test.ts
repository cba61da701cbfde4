import { describe, expect, test } from 'vitest'
import { formatProgress, mergeProgress, NOTHING_DONE, parseProgress } from './progress.ts'

const ONE = { solved: ['01-generar-el-token'], quizzes: ['01-generar-el-token', '03-expiracion'] }
const OTHER = { solved: ['02-proteger-rutas', '01-generar-el-token'], quizzes: [] }

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
    expect(parseProgress(JSON.stringify({ version: 1, solved, quizzes: 'todos' }))).toEqual({
      solved: ['03-expiracion'],
      quizzes: [],
    })
  })
})

describe('mergeProgress', () => {
  test('loses nothing of either and repeats nothing', () => {
    expect(mergeProgress(ONE, OTHER)).toEqual({
      solved: ['01-generar-el-token', '02-proteger-rutas'],
      quizzes: ['01-generar-el-token', '03-expiracion'],
    })
  })

  test('of the same twice is the same', () => {
    expect(mergeProgress(ONE, ONE)).toEqual(ONE)
  })
})
