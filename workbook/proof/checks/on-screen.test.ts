import { describe, expect, test } from 'vitest'
import { TEXTS } from '../../session/texts.ts'
import { fakeResult, fakeTest } from '../support/fake-result.ts'
import { missingOnScreen } from './on-screen.ts'

const { lesson } = fakeResult([])
const place = { file: lesson.exercise, line: 3 }
const failed = (sentence: string) => ({
  ...fakeTest('saluda', 'failed'),
  failure: { sentence, expected: 'uno', received: 'dos\n  tres', place },
})

describe('missingOnScreen', () => {
  test('misses nothing of an explanation of the usual length', () => {
    const others = Array.from({ length: 30 }, (_, index) => fakeTest(`verde ${index}`, 'passed'))
    expect(missingOnScreen(lesson, '', [...others, failed('Falta el nombre: escríbelo')])).toEqual([])
  })

  test('tells what a screen has no room for, and its size', () => {
    const missing = missingOnScreen(lesson, '', [failed('una palabra '.repeat(110).trim())])
    expect(missing).toContain(`80×15: ${TEXTS.fix}`)
    expect(missing.some((piece) => piece.startsWith('60×20: '))).toBe(true)
  })

  test('does not take silence for an explanation', () => {
    expect(missingOnScreen(lesson, '', [fakeTest('saluda', 'passed')])).toHaveLength(1)
  })
})
