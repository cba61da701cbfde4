import { expect, test } from 'vitest'
import { freshResults, scrypt } from './scrypt.ts'

test('derives the same only once, and never hands out what it keeps', async () => {
  const derive = () => scrypt(Buffer.from('x'), Buffer.from('sal'), 16, { N: 64, r: 8, p: 1 })
  const before = freshResults().length
  const first = await derive()
  const text = first.toString('hex')
  first.fill(0)
  expect((await derive()).toString('hex')).toBe(text)
  expect(freshResults()).toHaveLength(before + 1)
})
