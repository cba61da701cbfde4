import { describe, expect, test } from 'vitest'
import type { TestModule } from 'vitest/node'
import { SILENCE_MS } from '../verdict/explain/limits.mjs'
import { NOTHING } from './judge.ts'
import { type Span, stopsByClock, wasSlow } from './stopped.ts'

const START = 1_000_000

/** A specification with a test for each of these: what it failed with, and how long it took. */
function moduleOf(...tests: [message: string | undefined, duration: number][]): TestModule {
  const cases = tests.map(([message, duration]) => ({
    result: () => ({ errors: message ? [{ message }] : [] }),
    diagnostic: () => ({ startTime: START, duration }),
  }))
  return { children: { allTests: () => cases } } as unknown as TestModule
}

const span = (start: number, end: number): Span => ({ start: START + start, end: START + end })
const spans = (from: number, to: number) =>
  Array.from({ length: (to - from) / 250 }, (_, turn) => span(from + turn * 250, from + (turn + 1) * 250))

describe('stopsByClock', () => {
  test.each<[string, Span[], TestModule | undefined]>([
    ['nothing', [], undefined],
    ['red by what it says', [], moduleOf(['x', 20])],
    ['green, and slow', [], moduleOf([undefined, 3000])],
    ['red by the clock', [span(0, 4000)], moduleOf([undefined, 5], ['Test timed out in 4000ms.', 4000])],
    ['red by a clock of its own', [span(0, 1500)], moduleOf(['expected 504 to be 200', 1500])],
  ])('%s', (_what, expected, module) => {
    expect(stopsByClock(module, NOTHING)).toEqual(expected)
  })

  test('a run in which nothing happened any more', () => {
    const remains = { ...NOTHING, ending: 'stalled', end: START } as const
    expect(stopsByClock(undefined, remains)).toEqual([span(-SILENCE_MS, 0)])
    expect(stopsByClock(undefined, { ...remains, ending: 'flood' })).toEqual([])
  })
})

describe('wasSlow', () => {
  test.each<[string, boolean, Span[]]>([
    ['silent all the time', false, []],
    ['at its own work, and then silent', false, spans(0, 1000)],
    ['silent, and the next test at work', false, [span(3900, 4150)]],
    ['at work all the time', true, spans(0, 4000)],
    ['held up by the machine once', true, [span(200, 3800)]],
    ['held up for a moment', false, [span(2000, 2600)]],
  ])('%s: %s', (_what, expected, slow) => {
    expect(wasSlow([span(0, 4000)], slow)).toBe(expected)
  })

  test('not what waited for nobody', () => {
    expect(wasSlow([], spans(0, 4000))).toBe(false)
  })
})
