import { describe, expect, test } from 'vitest'
import { none, outcome } from './outcome.ts'

describe('outcome', () => {
  test.each([undefined, false, ''] as const)('holds if the problem is %j', (problem) => {
    expect(outcome('título', problem)).toEqual({ title: 'título' })
  })

  test('fails with its problem', () => {
    expect(outcome('título', 'falla')).toEqual({ title: 'título', problem: 'falla' })
  })
})

describe('none', () => {
  test('holds if nothing was found', () => {
    expect(none('título', [])).toEqual({ title: 'título' })
  })

  test('fails with all that was found', () => {
    expect(none('título', ['a.ts', 12])).toEqual({ title: 'título', problem: 'a.ts · 12' })
  })
})
