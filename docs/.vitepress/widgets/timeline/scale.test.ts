import { expect, test } from 'vitest'
import { isBeyond, position } from './scale.ts'

const END = 75 * 60

test.each([
  [-900, 0],
  [0, 100 / 6],
  [END, 100],
])('puts what happens %i s after the origin at %f %%', (elapsed, percent) => {
  expect(position(1000 + elapsed, 1000)).toBeCloseTo(percent)
})

test('keeps what is outside at the ends', () => {
  expect([position(-1e9, 0), position(1e12, 0)]).toEqual([0, 100])
  expect([END, END + 1].map((instant) => isBeyond(instant, 0))).toEqual([false, true])
})
