import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

const { scrypt, scryptSync } = crypto
const [later, atOnce] = [vi.fn(scrypt), vi.fn(scryptSync)]
const COST = { N: 2, r: 1, p: 1 }

beforeAll(async () => {
  Object.assign(crypto, { scrypt: later, scryptSync: atOnce })
  await import('./remembered-scrypt.mjs')
})

afterAll(() => {
  Object.assign(crypto, { scrypt, scryptSync })
  syncBuiltinESMExports()
})

const derive = (password: string, salt: string | Buffer, size = 8, cost: object = COST) =>
  promisify<string, string | Buffer, number, object, Buffer>(crypto.scrypt)(password, salt, size, cost)

test('derives once what is asked twice, now or later, and gives each its own bytes', async () => {
  const first = await derive('clave', 'sal')
  expect(first).toEqual(scryptSync('clave', 'sal', 8, COST))
  first.fill(0)
  const again = [await derive('clave', Buffer.from('sal')), crypto.scryptSync('clave', 'sal', 8, COST)]
  for (const bytes of again) expect(bytes).toEqual(scryptSync('clave', 'sal', 8, COST))
  expect([later.mock.calls.length, atOnce.mock.calls.length]).toEqual([1, 0])
})

test.each([
  ['password', 'otra', 'sal', 8, COST],
  ['salt', 'clave', 'otra', 8, COST],
  ['size', 'clave', 'sal', 9, COST],
  ['cost', 'clave', 'sal', 8, { ...COST, N: 4 }],
])('derives with another %s', async (_what, ...given) => {
  await derive('clave', 'sal')
  expect(await derive(...given)).toEqual(scryptSync(...given))
})

test('refuses what scrypt refuses, each time', async () => {
  for (const _time of [1, 2]) {
    await expect(derive('clave', 'sal', 8, { N: 3 })).rejects.toThrow('Invalid scrypt param')
    expect(() => crypto.scryptSync('clave', 'sal', -1, COST)).toThrow('keylen')
    expect(() => crypto.scrypt('clave', null as never, 8, COST, () => {})).toThrow('salt')
  }
})
