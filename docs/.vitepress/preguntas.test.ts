import { createHmac, generateKeyPairSync } from 'node:crypto'
import jwt from 'jsonwebtoken'
import { describe, expect, test } from 'vitest'

// Once, and not in a test: under load it takes seconds.
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const SECRET = 'x'.repeat(32)
const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
const unsigned = `${encode({ alg: 'none' })}.${encode({ sub: '1' })}.`

/** The token that somebody makes with a public key as if it were a secret. */
function confused(publicKey: string): string {
  const text = `${encode({ alg: 'HS256' })}.${encode({ sub: '1' })}`
  return `${text}.${createHmac('sha256', publicKey).update(text).digest('base64url')}`
}

// What preguntas-frecuentes.md states about jsonwebtoken, seen by running it.
describe('jsonwebtoken, as the page of questions tells it', () => {
  test.each(['HS256', 'HS384', 'HS512'] as const)('accepts %s if nobody lists algorithms', (algorithm) => {
    expect(jwt.verify(jwt.sign({ sub: '1' }, SECRET, { algorithm }), SECRET)).toMatchObject({ sub: '1' })
  })

  test('refuses an unsigned token when it has a secret', () => {
    expect(() => jwt.verify(unsigned, SECRET)).toThrow('jwt signature is required')
  })

  test('does not take a public RSA key for a secret', () => {
    const pem = rsa.publicKey.export({ type: 'spki', format: 'pem' }).toString()
    expect(() => jwt.verify(confused(pem), pem)).toThrow('invalid algorithm')
    expect(() => jwt.verify(confused(pem), pem, { algorithms: ['RS256', 'HS256'] })).toThrow('symmetric key')
  })

  test('signs with a secret of one letter', () => {
    expect(jwt.verify(jwt.sign({ sub: '1' }, 'x'), 'x')).toMatchObject({ sub: '1' })
  })

  test('looks at aud only if it is asked to', () => {
    const token = jwt.sign({ aud: 'pagos' }, SECRET)
    expect(jwt.verify(token, SECRET)).toMatchObject({ aud: 'pagos' })
    expect(() => jwt.verify(token, SECRET, { audience: 'correo' })).toThrow('jwt audience invalid')
  })

  test('gives ES256 a signature of 64 bytes and RS256, with 2048 bits, one of 256', () => {
    const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const sizeOf = (token: string) => Buffer.from(token.split('.')[2] ?? '', 'base64url').length
    expect(sizeOf(jwt.sign({}, rsa.privateKey, { algorithm: 'RS256' }))).toBe(256)
    expect(sizeOf(jwt.sign({}, ec.privateKey, { algorithm: 'ES256' }))).toBe(64)
  })
})
