import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { TestCase, TestModule, Vitest } from 'vitest/node'
import { Watchdog } from './watchdog.ts'

const MODULE = {} as TestModule
const ended = (message?: string, moduleId = 'uno.test.ts') =>
  ({
    module: { moduleId },
    result: () => ({ errors: message ? [{ message }] : [] }),
    diagnostic: () => undefined,
  }) as unknown as TestCase
const timedOut = (moduleId?: string) => ended('Test timed out in 4000ms.', moduleId)
const TIMED_OUT = timedOut()

let killed = 0
let cancelled = 0
let watchdog: Watchdog

beforeEach(() => {
  vi.useFakeTimers()
  killed = 0
  cancelled = 0
  watchdog = new Watchdog(() => killed++)
  watchdog.onInit({ cancelCurrentRun: async () => void cancelled++ } as unknown as Vitest)
  watchdog.onTestRunStart()
})
afterEach(() => void vi.useRealTimers())

describe('Watchdog', () => {
  test('ends the workers of a run that shows no sign of life', () => {
    vi.advanceTimersByTime(10_000)
    expect([watchdog.ending, killed]).toEqual(['hang', 1])
  })

  test.each([
    ['a module that loads', () => watchdog.onTestModuleCollected(MODULE)],
    ['a test that starts', () => watchdog.onTestCaseReady(ended())],
    ['a test that ends', () => watchdog.onTestCaseResult(ended())],
  ])('waits on after %s', (_what, happens) => {
    vi.advanceTimersByTime(5000)
    happens()
    vi.advanceTimersByTime(5000)
    expect([watchdog.ending, killed]).toEqual([undefined, 0])
  })

  test('does nothing after the end of a run', () => {
    watchdog.onTestRunEnd([], [], 'passed')
    vi.advanceTimersByTime(60_000)
    expect([watchdog.ending, killed]).toEqual([undefined, 0])
  })

  test('tells apart a run that stops half-way', () => {
    watchdog.onTestModuleCollected(MODULE)
    vi.advanceTimersByTime(10_000)
    expect([watchdog.ending, killed]).toEqual(['stalled', 1])
  })

  test('ends the workers of a run that writes without end, once', () => {
    for (let line = 0; line < 60_000; line++) watchdog.onUserConsoleLog({ content: 'más\n', taskId: 'a' })
    expect([watchdog.ending, killed]).toEqual(['flood', 1])
  })

  test('cancels the run after the second test that never got an answer', () => {
    const after = [ended('otra cosa'), TIMED_OUT, ended(), TIMED_OUT].map((test) => {
      watchdog.onTestCaseResult(test)
      return cancelled
    })
    expect(after).toEqual([0, 0, 0, 1])
  })

  test('counts the tests without an answer of each lesson apart', () => {
    const after = ['uno', 'dos', 'tres', 'dos'].map((module) => {
      watchdog.onTestCaseResult(timedOut(module))
      return cancelled
    })
    expect(after).toEqual([0, 0, 0, 1])
  })

  test('counts the tests without an answer of each run apart', () => {
    watchdog.onTestCaseResult(TIMED_OUT)
    watchdog.onTestRunStart()
    watchdog.onTestCaseResult(TIMED_OUT)
    expect(cancelled).toBe(0)
  })

  test('keeps what each test wrote to the console', () => {
    watchdog.onUserConsoleLog({ content: 'uno ', taskId: 'a' })
    watchdog.onUserConsoleLog({ content: 'de otra', taskId: 'b' })
    watchdog.onUserConsoleLog({ content: 'y dos', taskId: 'a' })
    expect(watchdog.console.get('a')).toBe('uno y dos')
  })

  test('forgets the last run when another starts', () => {
    vi.advanceTimersByTime(10_000)
    watchdog.onUserConsoleLog({ content: 'uno', taskId: 'a' })
    watchdog.onTestRunStart()
    expect([watchdog.ending, watchdog.console.size]).toEqual([undefined, 0])
  })
})
