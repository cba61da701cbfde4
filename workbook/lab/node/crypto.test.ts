import * as real from 'node:crypto'
import { describe, expect, test } from 'vitest'
import * as shim from './crypto.ts'

const HASHES = ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'SHA256', 'RSA-SHA256']

/** What a call throws. */
function thrown(call: () => unknown): Partial<Error> {
  try {
    call()
    return {}
  } catch (error) {
    return error as Error
  }
}

describe('crypto gives what Node gives', () => {
  test.each(HASHES)('for a hash and an HMAC with %s', (name) => {
    for (const data of ['', 'ñandú', 'x'.repeat(1000)]) {
      expect(shim.createHash(name).update(data).digest('hex')).toBe(
        real.createHash(name).update(data).digest('hex'),
      )
      expect(shim.createHmac(name, 'clave').update(data).digest('base64url')).toBe(
        real.createHmac(name, 'clave').update(data).digest('base64url'),
      )
    }
  })

  test.each([
    ['an unknown hash', (crypto: typeof real) => crypto.createHash('sha9')],
    ['an unknown HMAC', (crypto: typeof real) => crypto.createHmac('sha9', 'clave')],
    ['a second digest', (crypto: typeof real) => repeatDigest(crypto)],
    [
      'bytes of other lengths',
      (crypto: typeof real) => crypto.timingSafeEqual(Buffer.alloc(1), Buffer.alloc(2)),
    ],
    ['a text to compare', (crypto: typeof real) => crypto.timingSafeEqual(Buffer.alloc(1), 'x' as never)],
    ['nothing to hash', (crypto: typeof real) => crypto.createHash('md5').update(undefined as never)],
  ])('when it throws for %s', (_what, call) => {
    const [mine, theirs] = [thrown(() => call(shim as never)), thrown(() => call(real))]
    expect([mine.name, mine.message]).toEqual([theirs.name, theirs.message])
  })

  test('for scrypt, with its options and with its defaults', async () => {
    const run = (crypto: typeof real, ...options: [real.ScryptOptions] | []) =>
      new Promise((resolve, reject) =>
        crypto.scrypt(
          'clave',
          Buffer.from('una sal cualquiera'),
          32,
          ...(options as [object]),
          (error, hash) => (error ? reject(error) : resolve(hash.toString('hex'))),
        ),
      )
    for (const options of [[{ N: 1024, r: 8, p: 2 }], [{ cost: 2048 }], []] as const) {
      expect(await run(shim as never, ...(options as []))).toBe(await run(real, ...(options as [])))
    }
  })

  test.each([
    ['an empty password', '', 'sal', 16],
    ['an empty salt', 'x', '', 16],
    ['no bytes at all', 'x', 'sal', 0],
    ['one byte', 'x', 'sal', 1],
  ])('for scrypt with %s', async (_what, password, salt, length) => {
    const cost = { N: 64, r: 8, p: 5 }
    const hash = await new Promise((resolve, reject) =>
      shim.scrypt(password, salt, length, cost, (error, hash) => (error ? reject(error) : resolve(hash))),
    )
    expect(hash).toEqual(real.scryptSync(password, salt, length, cost))
  })

  test('for scrypt that waits', () => {
    const cost = { N: 64, r: 8, p: 1 }
    expect(shim.scryptSync('x', 'sal', 0, cost)).toEqual(real.scryptSync('x', 'sal', 0, cost))
    expect(shim.scryptSync('x', 'sal', 8, cost).toString('hex')).toBe(
      real.scryptSync('x', 'sal', 8, cost).toString('hex'),
    )
  })

  test('for pbkdf2', () => {
    const args = ['clave', 'sal', 10, 32, 'sha256'] as const
    expect(shim.pbkdf2Sync(...args).toString('hex')).toBe(real.pbkdf2Sync(...args).toString('hex'))
  })

  test('for the key of a secret', () => {
    const [mine, theirs] = [shim, real].map((crypto) =>
      (crypto as typeof real).createSecretKey('clave', 'utf8'),
    )
    expect([mine?.type, mine?.symmetricKeySize, mine?.export({ format: 'jwk' })]).toEqual([
      theirs?.type,
      theirs?.symmetricKeySize,
      theirs?.export({ format: 'jwk' }),
    ])
  })
})

describe('randomInt', () => {
  test('gives every number of its range and no other', () => {
    const drawn = new Set(Array.from({ length: 300 }, () => shim.randomInt(3, 6)))
    expect([...drawn].sort()).toEqual([3, 4, 5])
  })
})

function repeatDigest(crypto: typeof real) {
  const hash = crypto.createHash('md5')
  hash.digest()
  return hash.digest()
}

describe('keys of P-256', () => {
  const { privateKey } = real.generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  // Read again: Node 20 may stand still for ever where it exports as a JWK the very key that it made.
  const theirs = real.createPrivateKey(pem)
  const mine = shim.createPrivateKey(pem)
  const pemOf = (key: shim.KeyObject) => key.export({ format: 'pem' }) as string

  test('are read and written as Node does', () => {
    expect(pemOf(mine)).toBe(pem)
    expect(mine.export({ format: 'jwk' })).toEqual(theirs.export({ format: 'jwk' }))
    expect([mine.type, mine.asymmetricKeyType, mine.asymmetricKeyDetails, mine.symmetricKeySize]).toEqual([
      theirs.type,
      theirs.asymmetricKeyType,
      theirs.asymmetricKeyDetails,
      theirs.symmetricKeySize,
    ])
    const [minePublic, theirsPublic] = [shim.createPublicKey(mine), real.createPublicKey(theirs)]
    expect(pemOf(minePublic)).toBe(theirsPublic.export({ type: 'spki', format: 'pem' }))
    expect(minePublic.export({ format: 'der' })).toEqual(theirsPublic.export({ type: 'spki', format: 'der' }))
    const jwk = theirsPublic.export({ format: 'jwk' })
    expect(shim.createPublicKey({ key: jwk as never, format: 'jwk' }).equals(minePublic)).toBe(true)
    const sec1 = theirs.export({ type: 'sec1', format: 'pem' }).toString()
    expect(shim.createPrivateKey(sec1).equals(mine)).toBe(true)
  })

  test('sign what Node verifies, and verify what Node signs', () => {
    const signature = shim.createSign('RSA-SHA256').update('hola').sign(mine) as Buffer
    expect(
      real.createVerify('RSA-SHA256').update('hola').verify(real.createPublicKey(theirs), signature),
    ).toBe(true)
    const back = real.createSign('RSA-SHA256').update('hola').sign(theirs, 'base64')
    const verify = (text: string) =>
      shim.createVerify('RSA-SHA256').update(text).verify(shim.createPublicKey(mine), back, 'base64')
    expect([verify('hola'), verify('adiós')]).toEqual([true, false])
    expect(
      shim.createVerify('SHA256').update('hola').verify(shim.createPublicKey(mine), Buffer.alloc(9)),
    ).toBe(false)
  })

  test('are made anew each time', () => {
    const { privateKey, publicKey } = shim.generateKeyPairSync('ec', { namedCurve: 'P-256' })
    expect(real.createPublicKey(pemOf(privateKey)).export({ type: 'spki', format: 'pem' })).toBe(
      pemOf(publicKey),
    )
    expect(() => shim.generateKeyPairSync('rsa')).toThrow('cuaderno:absent')
  })

  test.each([
    ['P-384', () => real.generateKeyPairSync('ec', { namedCurve: 'P-384' })],
    ['secp256k1', () => real.generateKeyPairSync('ec', { namedCurve: 'secp256k1' })],
    ['Ed25519', () => real.generateKeyPairSync('ed25519')],
    ['RSA', () => real.generateKeyPairSync('rsa', { modulusLength: 1024 })],
  ] as [string, () => real.KeyPairKeyObjectResult][])('are told from those of %s', (_name, generate) => {
    const { privateKey } = generate()
    const read = shim.createPrivateKey(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())
    expect([read.asymmetricKeyType, read.asymmetricKeyDetails?.namedCurve]).toEqual([
      privateKey.asymmetricKeyType,
      privateKey.asymmetricKeyDetails?.namedCurve,
    ])
  })

  const publicPem = real.createPublicKey(theirs).export({ type: 'spki', format: 'pem' }).toString()
  test.each([
    ['nothing', (crypto: typeof real) => crypto.createPrivateKey('')],
    ['a secret', (crypto: typeof real) => crypto.createPublicKey('secreto')],
    ['a public key where a private one is due', (crypto: typeof real) => crypto.createPrivateKey(publicPem)],
    [
      'line breaks that are written',
      (crypto: typeof real) => crypto.createPrivateKey(pem.replaceAll('\n', '\\n')),
    ],
    [
      'a key cut short',
      (crypto: typeof real) => crypto.createPrivateKey(pem.replace(/.{30}\n-----END/, '\n-----END')),
    ],
    [
      'half a point',
      (crypto: typeof real) =>
        crypto.createPublicKey({ key: { kty: 'EC', crv: 'P-256', x: 'AQAB' }, format: 'jwk' }),
    ],
    [
      'the public half of a public key',
      (crypto: typeof real) => crypto.createPublicKey(crypto.createPublicKey(publicPem)),
    ],
    [
      'the public half of a secret',
      (crypto: typeof real) => crypto.createPublicKey(crypto.createSecretKey(Buffer.from('x'))),
    ],
  ])('throw as in Node for %s', (_what, call) => {
    const [ours, nodes] = [thrown(() => call(shim as never)), thrown(() => call(real))]
    expect([ours.name, ours.message]).toEqual([nodes.name, nodes.message])
  })
})
