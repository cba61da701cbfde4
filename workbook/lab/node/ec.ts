// Keys of P-256 and their signatures, without waiting: what ES256 takes. WebCrypto has it too, but only gives
// promises. Of other keys, only what tells them apart is read.
import { p256 } from '@noble/curves/nist.js'
import { nodeError } from './errors.ts'

const P256 = 'prime256v1'
const CURVES: Readonly<Record<string, string>> = {
  '2a8648ce3d030107': P256,
  '2b81040022': 'secp384r1',
  '2b81040023': 'secp521r1',
  '2b8104000a': 'secp256k1',
}
const EC_OID = '2a8648ce3d0201'
const KINDS: Readonly<Record<string, string>> = {
  [EC_OID]: 'ec',
  '2a864886f70d010101': 'rsa',
  '2b6570': 'ed25519',
  '2b656e': 'x25519',
}
const SIZE = 32
const AS_IN_JWS = { prehash: false, lowS: false, format: 'der' } as const

export interface AsymmetricKey {
  type: 'private' | 'public'
  /** What Node calls `asymmetricKeyType`. */
  kind: string
  curve?: string
  /** The secret number of a private key. */
  d?: Uint8Array
  /** The point of the public key: 4, x, y. */
  point?: Uint8Array
}

/** Reads a key in PEM. Throws what OpenSSL says if there is none of that type. */
export function readPem(text: string, type: 'private' | 'public'): AsymmetricKey {
  const [, label, base64 = ''] =
    /-----BEGIN ([A-Z ]+)-----\r?\n([\w+/=\r\n]+)-----END \1-----/.exec(text) ?? []
  try {
    const [root] = readDer(Buffer.from(base64, 'base64'))
    const parts = childrenOf(root)
    if (label === 'PRIVATE KEY') return fromPkcs8(parts)
    if (label === 'EC PRIVATE KEY') return fromSec1(parts)
    if (label === 'PUBLIC KEY' && type === 'public') return fromSpki(parts)
  } catch {
    // As of any text that holds no key.
  }
  throw unsupported()
}

function unsupported(): Error {
  return nodeError('ERR_OSSL_UNSUPPORTED', 'error:1E08010C:DECODER routines::unsupported')
}

/** The public half of a key. */
export function publicOf({ kind, curve, point }: AsymmetricKey): AsymmetricKey {
  return { type: 'public', kind, curve, point }
}

/** Reads a key of P-256 as a JWK. Throws as Node does if it is none. */
export function fromJwk(jwk: JsonWebKey, type: 'private' | 'public'): AsymmetricKey {
  const [crv, x, y] = (['crv', 'x', 'y'] as const).map((name) => textOf(jwk, name))
  const { d } = jwk
  const point = Buffer.concat([
    Buffer.from([4]),
    Buffer.from(x ?? '', 'base64url'),
    Buffer.from(y ?? '', 'base64url'),
  ])
  try {
    if (crv !== 'P-256' || (type === 'private' && !d)) throw unsupported()
    p256.Point.fromBytes(point).assertValidity()
  } catch {
    throw nodeError('ERR_CRYPTO_INVALID_JWK', 'Invalid JWK EC key', { type: TypeError })
  }
  const key = { kind: 'ec', curve: P256, point }
  return type === 'private'
    ? { ...key, type, d: Buffer.from(d ?? '', 'base64url') }
    : { ...key, type: 'public' }
}

function textOf(jwk: JsonWebKey, name: 'crv' | 'x' | 'y'): string {
  const value = jwk[name]
  if (typeof value === 'string') return value
  const text = `The "key.${name}" property must be of type string. Received ${value}`
  throw nodeError('ERR_INVALID_ARG_TYPE', text, { type: TypeError })
}

export function toJwk(key: AsymmetricKey): JsonWebKey {
  const { d, point } = ofP256(key)
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
  const jwk = {
    kty: 'EC',
    x: text(point.subarray(1, 1 + SIZE)),
    y: text(point.subarray(1 + SIZE)),
    crv: 'P-256',
  }
  return d ? { ...jwk, d: text(d) } : jwk
}

/** PKCS #8 or SPKI, as the key is. */
export function toDer(key: AsymmetricKey): Buffer {
  const { d, point } = ofP256(key)
  const algorithm = der(
    0x30,
    der(6, Buffer.from(EC_OID, 'hex')),
    der(6, Buffer.from('2a8648ce3d030107', 'hex')),
  )
  const bits = der(3, Buffer.from([0]), point)
  if (!d) return der(0x30, algorithm, bits)
  const inner = der(0x30, der(2, Buffer.from([1])), der(4, d), der(0xa1, bits))
  return der(0x30, der(2, Buffer.from([0])), algorithm, der(4, inner))
}

export function toPem(key: AsymmetricKey): string {
  const label = key.d ? 'PRIVATE KEY' : 'PUBLIC KEY'
  const lines = toDer(key)
    .toString('base64')
    .replace(/.{64}(?=.)/g, '$&\n')
  return `-----BEGIN ${label}-----\n${lines}\n-----END ${label}-----\n`
}

export function generate(): AsymmetricKey {
  const d = p256.utils.randomSecretKey()
  return { type: 'private', kind: 'ec', curve: P256, d, point: p256.getPublicKey(d, false) }
}

/** In DER, as OpenSSL gives it. */
export function sign(key: AsymmetricKey, digest: Uint8Array): Buffer {
  const { d } = ofP256(key)
  if (!d) throw unsupported()
  return Buffer.from(p256.sign(digest, d, AS_IN_JWS))
}

export function verify(key: AsymmetricKey, digest: Uint8Array, signature: Uint8Array): boolean {
  const { point } = ofP256(key)
  try {
    return p256.verify(signature, digest, point, AS_IN_JWS)
  } catch {
    return false
  }
}

function ofP256({ curve, d, point }: AsymmetricKey): { d?: Uint8Array; point: Uint8Array } {
  if (curve !== P256 || !point) throw new Error('cuaderno:absent node:crypto KeyObject')
  return { d, point }
}

interface Der {
  tag: number
  body: Buffer
}

function readDer(bytes: Buffer): Der[] {
  const found: Der[] = []
  for (let at = 0; at < bytes.length; ) {
    const tag = bytes.readUInt8(at)
    let length = bytes.readUInt8(at + 1)
    let start = at + 2
    if (length > 0x80) {
      const size = length & 0x7f
      length = bytes.readUIntBE(start, size)
      start += size
    }
    if (start + length > bytes.length) throw unsupported()
    found.push({ tag, body: bytes.subarray(start, start + length) })
    at = start + length
  }
  return found
}

function childrenOf(node: Der | undefined): Der[] {
  if (!node) throw unsupported()
  return readDer(node.body)
}

function fromPkcs8([, algorithm, key]: Der[]): AsymmetricKey {
  const { kind, curve } = readAlgorithm(algorithm)
  if (kind !== 'ec') return { type: 'private', kind }
  return { ...fromSec1(childrenOf(readDer(key?.body ?? Buffer.alloc(0))[0])), curve }
}

function fromSec1([, secret, ...rest]: Der[]): AsymmetricKey {
  const d = secret?.body ?? Buffer.alloc(0)
  const named = rest.find(({ tag }) => tag === 0xa0)
  const curve = named ? CURVES[childrenOf(named)[0]?.body.toString('hex') ?? ''] : P256
  const isP256 = d.length === SIZE && curve === P256
  return { type: 'private', kind: 'ec', curve, d, point: isP256 ? p256.getPublicKey(d, false) : undefined }
}

function fromSpki([algorithm, bits]: Der[]): AsymmetricKey {
  return { type: 'public', ...readAlgorithm(algorithm), point: bits?.body.subarray(1) }
}

function readAlgorithm(node: Der | undefined): { kind: string; curve?: string } {
  const [kind, curve] = childrenOf(node).map(({ body }) => body.toString('hex'))
  const known = KINDS[kind ?? '']
  if (!known) throw unsupported()
  return { kind: known, curve: CURVES[curve ?? ''] }
}

function der(tag: number, ...parts: Uint8Array[]): Buffer {
  const body = Buffer.concat(parts)
  const length = body.length < 0x80 ? [body.length] : [0x81, body.length]
  return Buffer.concat([Buffer.from([tag, ...length]), body])
}
