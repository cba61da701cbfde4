import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import jwt from 'jsonwebtoken'
import { describe, expect, test } from 'vitest'
import { verifyWith } from './verify.ts'
import { findWeakSecret } from './weak-secrets.ts'

const STRONG = 'Kx9w2q-0Zt7Vb4nR8yLm3Pf6Hs1Dc5Gj'
const RSA = generateKeyPairSync('rsa', { modulusLength: 2048 })
const EC = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const pem = (key: KeyObject) => key.export({ type: 'spki', format: 'pem' }).toString()
// Read again: Node 20 may stand still for ever where it exports as a JWK the very key that it made.
const jwk = (key: KeyObject) => JSON.stringify(createPublicKey(pem(key)).export({ format: 'jwk' }))

describe('verifyWith', () => {
  test('tells the secret of an HS256 token from another one', async () => {
    const token = jwt.sign({}, STRONG)
    expect(await verifyWith(token, 'HS256', STRONG)).toBe('good')
    expect(await verifyWith(token, 'HS256', 'otro')).toBe('bad')
  })

  test.each([
    ['RS256', RSA, EC],
    ['ES256', EC, RSA],
  ] as const)(
    'verifies %s with a public key in PEM or JWK',
    async (algorithm, { privateKey, publicKey }, other) => {
      const token = jwt.sign({}, privateKey, { algorithm })
      const forged = token.replace(
        /\.([^.]*)$/,
        (_all, text: string) => `.${text[0] === 'A' ? 'B' : 'A'}${text.slice(1)}`,
      )
      expect(await verifyWith(token, algorithm, pem(publicKey))).toBe('good')
      expect(await verifyWith(token, algorithm, jwk(publicKey))).toBe('good')
      expect(await verifyWith(forged, algorithm, pem(publicKey))).toBe('bad')
      expect(await verifyWith(token, algorithm, pem(other.publicKey))).toBe('unreadable')
      expect(await verifyWith(token, algorithm, 'no es una clave')).toBe('unreadable')
    },
  )

  test.each([pem(RSA.publicKey), jwk(EC.publicKey)])('takes no public key for a secret', async (key) => {
    expect(await verifyWith(jwt.sign({}, STRONG), 'HS256', key)).toBe('mismatch')
  })

  test.each(['none', 'HS512', undefined])('does not verify %s', async (algorithm) => {
    expect(await verifyWith(jwt.sign({}, STRONG), algorithm, STRONG)).toBe('unsupported')
  })
})

describe('findWeakSecret', () => {
  test.each(['secret', 'keyboard cat', 'your-256-bit-secret', 'contraseña'])('finds %j', async (secret) => {
    expect(await findWeakSecret(jwt.sign({}, secret))).toBe(secret)
  })

  test('does not find one that is not in the list', async () => {
    expect(await findWeakSecret(jwt.sign({}, STRONG))).toBeUndefined()
  })
})
