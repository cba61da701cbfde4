import { createHash, pbkdf2Sync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { compareHashes, sha256, slowHash } from './password-hashes.ts'

describe('slowHash', () => {
  test('is PBKDF2 with SHA-256, the salt beside it', async () => {
    const { salt, hash } = await slowHash('clave-ana', 1000)
    const expected = pbkdf2Sync('clave-ana', Buffer.from(salt, 'hex'), 1000, 32, 'sha256')
    expect(hash).toBe(expected.toString('hex'))
  })

  test('takes a new salt of 16 bytes each time', async () => {
    const [one, other] = [await slowHash('a', 1), await slowHash('a', 1)]
    expect(one.salt).toMatch(/^[\da-f]{32}$/)
    expect(one.salt).not.toBe(other.salt)
  })
})

describe('sha256', () => {
  test('is the same as that of Node', async () => {
    expect(await sha256('contraseña')).toBe(createHash('sha256').update('contraseña').digest('hex'))
  })
})

describe('compareHashes', () => {
  test('gives two slow hashes that differ, two fast ones that do not, and their times', async () => {
    const { slow, fast, fastMicroseconds } = await compareHashes('clave-ana', 10_000)
    expect(slow[0].hash).not.toBe(slow[1].hash)
    expect(fast[0]).toBe(fast[1])
    expect(fastMicroseconds).toBeGreaterThan(0)
    expect(slow[0].milliseconds * 1000).toBeGreaterThan(fastMicroseconds)
  })
})
