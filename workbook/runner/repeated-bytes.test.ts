import crypto from 'node:crypto'
import { channel } from 'node:diagnostics_channel'
import { syncBuiltinESMExports } from 'node:module'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'

const { randomBytes } = crypto
const started = channel('cuaderno:test')

beforeAll(() => import('./repeated-bytes.mjs'))

afterAll(() => {
  crypto.randomBytes = randomBytes
  syncBuiltinESMExports()
})

/** What a test draws, now and later. */
async function draw(name: string): Promise<string[]> {
  started.publish(name)
  const drawn = [crypto.randomBytes(16), await promisify(crypto.randomBytes)(16), crypto.randomBytes(8)]
  return drawn.map((bytes) => bytes.toString('hex'))
}

test('draws the same in the same test of another variant, and something else in every other', async () => {
  const drawn = await draw('uno')
  expect(drawn.map((bytes) => bytes.length)).toEqual([32, 32, 16])
  expect(await draw('uno')).toEqual(drawn)
  const all = [...drawn, ...(await draw('dos'))].map((bytes) => bytes.slice(0, 16))
  expect(new Set(all).size).toBe(all.length)
})

test('leaves the rest to the real one', () => {
  expect(crypto.randomBytes(0)).toHaveLength(0)
  expect(crypto.randomBytes(5000)).toHaveLength(5000)
  expect(() => crypto.randomBytes(-1)).toThrow('out of range')
})
