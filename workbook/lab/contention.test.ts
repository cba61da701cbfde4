import { describe, expect, test } from 'vitest'
import { patienceOf } from '../verdict/explain/limits.mjs'
import { measureContention } from './contention.ts'

/** A clock that gives these steps one after another, again and again. In milliseconds. */
function clock(...steps: number[]): () => number {
  let time = 0
  let reading = 0
  return () => {
    time += steps[reading++ % steps.length] ?? 0
    return time
  }
}

describe('measureContention', () => {
  test.each([
    ['has nothing else to do', clock(0, 0.1), 1],
    ['gives half of its time to others', clock(...Array(40).fill(0.1), 4), 2],
    ['gives nearly all of it', clock(...Array(10).fill(0.1), 50), 51],
    ['has a coarse clock', clock(0, 0, 16.7), 1],
  ])('of a machine that %s', (_which, now, times) => {
    expect(measureContention(now) / times).toBeCloseTo(1, 0)
  })

  test('tells a number of this one', () => expect(measureContention()).toBeGreaterThanOrEqual(1))
})

test('waits as long as usual on a quiet machine, and twice what others take on a busy one, up to ten times', () => {
  expect([1, 1.2, 1.5, 4, 8].map(patienceOf)).toEqual([1, 1, 3, 8, 10])
})
