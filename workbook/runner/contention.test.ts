import { expect, test } from 'vitest'
import { contention } from './contention.ts'

test('nothing is faster than its own work, and it tells a number', () => {
  const busy = contention()
  // The clock of the processor is coarse on some systems.
  expect(busy).toBeGreaterThan(0.8)
  expect(Number.isFinite(busy)).toBe(true)
})
