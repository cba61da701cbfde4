import { describe, expect, test } from 'vitest'
import { duration, longDate, shortDate } from './format.ts'

const MINUTE = 60_000

describe('duration', () => {
  test.each([
    [0, '0 min'],
    [1, 'menos de 1 min'],
    [29_999, 'menos de 1 min'],
    [MINUTE, '1 min'],
    [59.4 * MINUTE, '59 min'],
    [59.6 * MINUTE, '1 h'],
    [125 * MINUTE, '2 h 5 min'],
  ])('tells %d ms as «%s»', (milliseconds, text) => {
    expect(duration(milliseconds)).toBe(text)
  })
})

describe('dates', () => {
  test('are written in Spanish', () => {
    // Noon in the middle of a month is that day in every zone but two, which have it one day later.
    expect(longDate('2026-03-15T12:00:00Z')).toMatch(/^1[56] de marzo de 2026/)
    expect(shortDate('2026-03-15T12:00:00Z')).toMatch(/^1[56] mar 2026$/)
  })
})
