import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import { promisify } from 'node:util'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { CUENTAS } from '../../lessons/comun/cuentas.ts'

const { scrypt, scryptSync } = crypto
const real = vi.fn(scrypt)
const COST = { N: 2 ** 14, r: 8, p: 5 }
const [written = '', hash = ''] = CUENTAS[0]?.resumen.split(':') ?? []
const SALT = Buffer.from(written, 'hex')

beforeAll(async () => {
  Object.assign(crypto, { scrypt: real })
  await import('./quick-scrypt.mjs')
})

beforeEach(() => void real.mockClear())

afterAll(() => {
  Object.assign(crypto, { scrypt, scryptSync })
  syncBuiltinESMExports()
})

const derive = (password: string, salt: string | Buffer, size = 32, cost: object = COST) =>
  promisify<string, string | Buffer, number, object, Buffer>(crypto.scrypt)(password, salt, size, cost)

test.each(['clave-ana', ''])('derives once from a written salt the password «%s»', async (password) => {
  const first = await derive(password, SALT)
  expect(first).toEqual(scryptSync(password, SALT, 32, COST))
  expect(first.toString('hex') === hash).toBe(password === 'clave-ana')
  const before = Buffer.from(first)
  // Each has its own bytes.
  first.fill(0)
  expect([await derive(password, SALT), crypto.scryptSync(password, SALT, 32, COST)]).toEqual([
    before,
    before,
  ])
  expect(real).toHaveBeenCalledOnce()
})

test('derives nothing from another salt, and gives the same for the same, now or later', async () => {
  const hash = await derive('clave', 'sal')
  const before = Buffer.from(hash)
  hash.fill(0)
  const again = [await derive('clave', Buffer.from('sal')), crypto.scryptSync('clave', 'sal', 32, COST)]
  expect(again).toEqual([before, before])
  expect(real).not.toHaveBeenCalled()
})

test.each([
  ['password', 'otra', 'sal', 32, COST],
  ['password', '', 'sal', 32, COST],
  ['salt', 'clave', 'otra', 32, COST],
  ['salt', 'clave', '', 32, COST],
  ['border of password and salt', 'claves', 'al', 32, COST],
  ['cost', 'clave', 'sal', 32, { ...COST, N: 4 }],
  ['cost', 'clave', 'sal', 32, { ...COST, p: 1 }],
])('gives something else with another %s', async (_what, ...given) => {
  expect(await derive(...given)).not.toEqual(await derive('clave', 'sal'))
})

test('takes for Node’s own cost what is not given, and gives as many bytes as it is asked for', async () => {
  const defaults = { N: 2 ** 14, r: 8, p: 1 }
  expect(crypto.scryptSync('clave', 'sal', 32)).toEqual(await derive('clave', 'sal', 32, defaults))
  expect(await derive('clave', 'sal', 5)).toHaveLength(5)
})

test('leaves to scrypt what costs otherwise', async () => {
  const other = { N: 2, r: 1, p: 1 }
  expect(await derive('clave', 'sal', 8, other)).toEqual(scryptSync('clave', 'sal', 8, other))
})

test('refuses what scrypt refuses, each time', async () => {
  for (const _time of [1, 2]) {
    await expect(derive('clave', 'sal', 8, { N: 3 })).rejects.toThrow('Invalid scrypt param')
    await expect(derive('clave', 'sal', 8, { ...COST, maxmem: 1 })).rejects.toThrow('Invalid scrypt param')
    expect(() => crypto.scryptSync('clave', 'sal', -1, COST)).toThrow('keylen')
    expect(() => crypto.scrypt('clave', null as never, 8, COST, () => {})).toThrow('salt')
  }
})
