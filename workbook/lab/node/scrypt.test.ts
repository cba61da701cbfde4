import { expect, test } from 'vitest'
import { freshResults, scrypt, scryptSync, withoutDeriving } from './scrypt.ts'

test('derives the same only once, and never hands out what it keeps', async () => {
  const derive = () => scrypt(Buffer.from('x'), Buffer.from('sal'), 16, { N: 64, r: 8, p: 1 })
  const before = freshResults().length
  const first = await derive()
  const text = first.toString('hex')
  first.fill(0)
  expect((await derive()).toString('hex')).toBe(text)
  expect(freshResults()).toHaveLength(before + 1)
})

test('may be kept from deriving what it does not remember', async () => {
  const cost = { N: 2, r: 8, p: 1 }
  const salt = Buffer.from('pimienta')
  const remembered = await scrypt(Buffer.from('a'), salt, 16, cost)
  const before = freshResults().length
  await withoutDeriving(async () => {
    expect(await scrypt(Buffer.from('a'), salt, 16, cost)).toEqual(remembered)
    await expect(scrypt(Buffer.from('b'), salt, 16, cost)).rejects.toThrow()
    expect(() => scryptSync(Buffer.from('b'), salt, 16, cost)).toThrow()
  })
  expect(freshResults()).toHaveLength(before)
  expect(scryptSync(Buffer.from('b'), salt, 16, cost)).toHaveLength(16)
})
