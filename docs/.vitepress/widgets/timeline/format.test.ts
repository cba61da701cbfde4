import { describe, expect, test } from 'vitest'
import { formatInstant, formatSpan } from './format.ts'

const MIDNIGHT = Date.UTC(2026, 0, 1) / 1000

describe('formatSpan', () => {
  test.each([
    [0, '0 s'],
    [59, '59 s'],
    [60, '1 min'],
    [899, '14 min 59 s'],
    [3600, '1 h'],
    [3601, '1 h'],
    [86_400, '1 día'],
    [900_000, '10 días 10 h'],
    [400 * 86_400, '1 año 35 días'],
    [1e12, '31709 años 289 días'],
  ])('writes %i s as «%s»', (seconds, text) => {
    expect(formatSpan(seconds).replaceAll(/\s/g, ' ')).toBe(text)
  })
})

describe('formatInstant', () => {
  test.each([
    [MIDNIGHT + 10 * 3600, '10:00:00'],
    [MIDNIGHT + 24 * 3600, '2 de enero de 2026'],
    [MIDNIGHT - 1, '31 de diciembre de 2025'],
    [1_767_262_500_000, '27 de abril de 57972'],
  ])('writes %i as «%s»', (seconds, text) => {
    expect(formatInstant(seconds, MIDNIGHT)).toBe(text)
  })
})
