import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { tidySoon } from './idle-memory.mjs'

const collect = vi.fn()

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('gc', collect)
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  collect.mockClear()
})

test('collects once, three seconds after the last time that it was asked for', () => {
  tidySoon()
  vi.advanceTimersByTime(2999)
  tidySoon()
  vi.advanceTimersByTime(2999)
  expect(collect).not.toHaveBeenCalled()
  vi.advanceTimersByTime(10_000)
  expect(collect).toHaveBeenCalledOnce()
})

test('does nothing in a process that cannot collect by itself', () => {
  vi.stubGlobal('gc', undefined)
  tidySoon()
  expect(() => vi.advanceTimersByTime(3000)).not.toThrow()
})
