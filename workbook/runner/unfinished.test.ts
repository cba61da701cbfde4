import { describe, expect, test } from 'vitest'
import type { TestModule } from 'vitest/node'
import { isUnfinished } from './unfinished.ts'

const TIMED_OUT = 'Test timed out in 4000ms.'

/** A specification with a test for each of these: its state, and what it failed with. */
function moduleOf(tests: [state: string, message?: string][], errors: unknown[] = []): TestModule {
  const cases = tests.map(([state, message]) => ({
    result: () => ({ state, errors: message ? [{ message }] : [] }),
    diagnostic: () => ({ duration: 5 }),
  }))
  return { children: { allTests: () => cases }, errors: () => errors } as unknown as TestModule
}

describe('isUnfinished', () => {
  test.each<[string, boolean, TestModule | undefined]>([
    ['one that never began', true, undefined],
    ['one without tests and without a reason', true, moduleOf([])],
    ['one that did not load', false, moduleOf([], [new Error('x')])],
    ['all green', false, moduleOf([['passed'], ['passed']])],
    ['a red one', false, moduleOf([['passed'], ['failed', 'x']])],
    ['one that had no turn', true, moduleOf([['passed'], ['pending']])],
    ['one that was left out by the end of the run', true, moduleOf([['failed', 'x'], ['skipped']])],
    [
      'one that its own tests cut, as nobody answered them',
      false,
      moduleOf([['failed', TIMED_OUT], ['failed', TIMED_OUT], ['skipped']]),
    ],
    ['one that was cut after a single one', true, moduleOf([['failed', TIMED_OUT], ['skipped']])],
  ])('%s: %s', (_what, expected, module) => {
    expect(isUnfinished(module)).toBe(expected)
  })
})
