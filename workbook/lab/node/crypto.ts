// node:crypto, the part that Express, jsonwebtoken, selfsigned and the lessons use. crypto-browserify
// weighs ten times more and lacks KeyObject, without which jsonwebtoken does not load; WebCrypto only
// gives promises. So: @noble/hashes behind Node's names.
import { Transform } from 'node:stream'
import { hmac } from '@noble/hashes/hmac.js'
import { md5, sha1 } from '@noble/hashes/legacy.js'
import { pbkdf2 as pbkdf2Of } from '@noble/hashes/pbkdf2.js'
import { sha224, sha256, sha384, sha512 } from '@noble/hashes/sha2.js'
import { asymmetric } from './asymmetric.ts'
import type { AsymmetricKey } from './ec.ts'
import { nodeError } from './errors.ts'
import { later } from './later.ts'
import { type Cost, scryptSync as scryptAtOnce, scrypt as scryptInWasm } from './scrypt.ts'
import { slowly } from './slow.ts'

const HASHES = { md5, sha1, sha224, sha256, sha384, sha512 }
const DEFAULT_COST = { N: 16_384, r: 8, p: 1 }
const MAX_MEMORY = 32 * 1024 * 1024

type Data = string | ArrayBufferView | ArrayBuffer | KeyObject
type Callback<T> = (error: Error | null, result?: T) => void
interface Running {
  update(data: Uint8Array): unknown
  digest(): Uint8Array
}

export class KeyObject {
  readonly type: string
  readonly #bytes: Buffer
  readonly #pair: AsymmetricKey | undefined

  constructor(type: string, bytes: Buffer, pair?: AsymmetricKey) {
    this.type = type
    this.#bytes = bytes
    this.#pair = pair
  }

  get symmetricKeySize(): number | undefined {
    return this.#pair ? undefined : this.#bytes.length
  }

  get asymmetricKeyType(): string | undefined {
    return this.#pair?.kind
  }

  get asymmetricKeyDetails(): { namedCurve?: string } | undefined {
    if (!this.#pair) return undefined
    return this.#pair.curve ? { namedCurve: this.#pair.curve } : {}
  }

  export({ format }: { format?: string } = {}): Buffer | object | string {
    if (!this.#pair) return format === 'jwk' ? this.#secretJwk() : Buffer.from(this.#bytes)
    const { toJwk, toPem, toDer } = asymmetric()
    if (format === 'jwk') return toJwk(this.#pair)
    return format === 'pem' ? toPem(this.#pair) : toDer(this.#pair)
  }

  equals(other: KeyObject): boolean {
    const [mine, theirs] = [KeyObject.bytesOf(this), KeyObject.bytesOf(other)]
    return other.type === this.type && mine.equals(theirs)
  }

  #secretJwk(): object {
    return { kty: 'oct', k: this.#bytes.toString('base64url') }
  }

  static bytesOf(key: KeyObject): Buffer {
    return key.#pair ? Buffer.from(key.#pair.d ?? key.#pair.point ?? []) : key.#bytes
  }

  static pairOf(key: KeyObject): AsymmetricKey | undefined {
    return key.#pair
  }
}

export function createSecretKey(key: Data, encoding?: BufferEncoding): KeyObject {
  if (typeof key !== 'string')
    return new KeyObject('secret', Buffer.from(comparable(key, 'key', received(key))))
  return new KeyObject('secret', Buffer.from(key, encoding))
}

type KeyInput = Data | { key: Data | JsonWebKey; format?: string }

export function createPublicKey(input: KeyInput): KeyObject {
  if (input instanceof KeyObject && input.type !== 'private') throw wrongType(input, 'private')
  // In this order: what is no key must not have the script fetched.
  const pair = pairOf(input, 'public')
  return keyObject(asymmetric().publicOf(pair))
}

export function createPrivateKey(input: KeyInput): KeyObject {
  return keyObject(pairOf(input, 'private'))
}

/** Only of P-256: the lessons have no others. */
export function generateKeyPairSync(type: string, { namedCurve }: { namedCurve?: string } = {}) {
  const isP256 = type === 'ec' && ['P-256', 'prime256v1'].includes(namedCurve ?? '')
  if (!isP256) throw new Error('cuaderno:absent node:crypto generateKeyPairSync')
  const pair = asymmetric().generate()
  return { privateKey: keyObject(pair), publicKey: keyObject(asymmetric().publicOf(pair)) }
}

function keyObject(pair: AsymmetricKey): KeyObject {
  return new KeyObject(pair.type, Buffer.alloc(0), pair)
}

function pairOf(input: KeyInput, type: 'private' | 'public'): AsymmetricKey {
  if (input instanceof KeyObject) {
    const pair = KeyObject.pairOf(input)
    if (!pair) throw wrongType(input, type)
    return pair
  }
  const { key, format } = isKeyOptions(input) ? input : { key: input }
  if (format === 'jwk') return asymmetric().fromJwk(key as JsonWebKey, type)
  const text = typeof key === 'string' ? key : bytesOf(key as Data).toString('latin1')
  // jsonwebtoken asks of every secret whether it is a key: for those there is nothing to fetch.
  if (!text.includes('-----BEGIN ')) throw unsupported()
  return asymmetric().readPem(text, type)
}

function isKeyOptions(input: KeyInput): input is { key: Data | JsonWebKey; format?: string } {
  return typeof input === 'object' && input !== null && 'key' in input
}

function wrongType({ type }: KeyObject, expected: string): Error {
  const text = `Invalid key object type ${type}, expected ${expected}.`
  return nodeError('ERR_CRYPTO_INVALID_KEY_OBJECT_TYPE', text, { type: TypeError })
}

/** What OpenSSL says of a text that holds no key. */
function unsupported(): Error {
  return nodeError('ERR_OSSL_UNSUPPORTED', 'error:1E08010C:DECODER routines::unsupported')
}

/** `createSign` and `createVerify`, with keys of P-256. */
class Signature {
  readonly #hash: Hash

  constructor(name: string) {
    this.#hash = createHash(name)
  }

  update(data: Data, encoding?: BufferEncoding): this {
    this.#hash.update(data, encoding)
    return this
  }

  sign(key: KeyInput, encoding?: BufferEncoding): Buffer | string {
    const signature = asymmetric().sign(pairOf(key, 'private'), this.#digest())
    return encoding ? signature.toString(encoding) : signature
  }

  verify(key: KeyInput, signature: Data, encoding?: BufferEncoding): boolean {
    return asymmetric().verify(pairOf(key, 'public'), this.#digest(), bytesOf(signature, encoding))
  }

  #digest(): Buffer {
    return this.#hash.digest() as Buffer
  }
}

export function createSign(name: string): Signature {
  return new Signature(name)
}

export const createVerify = createSign

class Digest extends Transform {
  #running: Running | undefined

  constructor(running: Running) {
    super()
    this.#running = running
  }

  update(data: Data, encoding?: BufferEncoding): this {
    if (!this.#running) throw nodeError('ERR_CRYPTO_HASH_FINALIZED', 'Digest already called')
    this.#running.update(bytesOf(data, encoding))
    return this
  }

  digest(encoding?: BufferEncoding | 'buffer'): Buffer | string {
    if (!this.#running) throw nodeError('ERR_CRYPTO_HASH_FINALIZED', 'Digest already called')
    const result = Buffer.from(this.#running.digest())
    this.#running = undefined
    return encoding && encoding !== 'buffer' ? result.toString(encoding) : result
  }

  override _transform(chunk: Buffer, encoding: BufferEncoding, done: () => void): void {
    this.update(chunk, encoding)
    done()
  }

  override _flush(done: () => void): void {
    this.push(this.digest())
    done()
  }
}

export class Hash extends Digest {}
export class Hmac extends Digest {}

export function createHash(name: string): Hash {
  const found = hashOf(name)
  if (!found) throw new Error('Digest method not supported')
  return new Hash(found.create())
}

export function createHmac(name: string, key: Data): Hmac {
  return new Hmac(hmac.create(requireHash(name), bytesOf(key)))
}

export function getHashes(): string[] {
  return Object.keys(HASHES)
}

export const webcrypto = globalThis.crypto
export const { subtle } = webcrypto
export const getRandomValues = webcrypto.getRandomValues.bind(webcrypto)
export const randomUUID = webcrypto.randomUUID.bind(webcrypto)

/** The most that WebCrypto gives at a time, in bytes. */
const RANDOM_BYTES = 65_536

export function randomFillSync<T extends ArrayBufferView>(target: T): T {
  const bytes = new Uint8Array(target.buffer as ArrayBuffer, target.byteOffset, target.byteLength)
  for (let i = 0; i < bytes.length; i += RANDOM_BYTES) getRandomValues(bytes.subarray(i, i + RANDOM_BYTES))
  return target
}

export function randomBytes(size: number, callback?: Callback<Buffer>): Buffer | undefined {
  const bytes = randomFillSync(Buffer.alloc(size))
  if (!callback) return bytes
  later(() => callback(null, bytes))
  return undefined
}

/** A whole number from `min` up to but not including `max`. */
export function randomInt(
  min: number,
  max?: number | Callback<number>,
  callback?: Callback<number>,
): number | undefined {
  if (typeof max !== 'number') return randomInt(0, min, max)
  const range = max - min
  // Numbers of the incomplete last stretch would favour the first ones.
  const limit = RANDOM_SPAN - (RANDOM_SPAN % range)
  let drawn = limit
  while (drawn >= limit) drawn = randomFillSync(Buffer.alloc(6)).readUIntBE(0, 6)
  const result = min + (drawn % range)
  if (!callback) return result
  later(() => callback(null, result))
  return undefined
}

const RANDOM_SPAN = 2 ** 48

export function timingSafeEqual(one: ArrayBufferView, other: ArrayBufferView): boolean {
  const [a, b] = [comparable(one, 'buf1'), comparable(other, 'buf2')]
  if (a.length !== b.length) {
    const text = 'Input buffers must have the same byte length'
    throw nodeError('ERR_CRYPTO_TIMING_SAFE_EQUAL_LENGTH', text, { type: RangeError })
  }
  return a.reduce((difference, byte, i) => difference | (byte ^ b[i]!), 0) === 0
}

function comparable(value: unknown, name: string, ending = ''): Buffer {
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return bytesOf(value)
  const text = `The "${name}" argument must be an instance of ArrayBuffer, Buffer, TypedArray, or DataView.${ending}`
  throw nodeError('ERR_INVALID_ARG_TYPE', text, { type: TypeError })
}

export function pbkdf2Sync(password: Data, salt: Data, c: number, dkLen: number, name: string): Buffer {
  const [hash, secret, salted] = [requireHash(name), bytesOf(password), bytesOf(salt)]
  return Buffer.from(slowly(() => pbkdf2Of(hash, secret, salted, { c, dkLen })))
}

export function pbkdf2(...args: [Data, Data, number, number, string, Callback<Buffer>]): void {
  const [password, salt, rounds, length, name, callback] = args
  later(() => callback(null, pbkdf2Sync(password, salt, rounds, length, name)))
}

interface ScryptOptions extends Partial<Cost> {
  cost?: number
  blockSize?: number
  parallelization?: number
  maxmem?: number
}

export function scryptSync(password: Data, salt: Data, dkLen: number, options: ScryptOptions = {}): Buffer {
  if (dkLen === 0) return Buffer.alloc(0)
  return scryptAtOnce(bytesOf(password), bytesOf(salt), dkLen, costOf(options))
}

export function scrypt(
  password: Data,
  salt: Data,
  length: number,
  options: ScryptOptions | Callback<Buffer>,
  callback?: Callback<Buffer>,
): void {
  if (typeof options === 'function') return scrypt(password, salt, length, {}, options)
  const [secret, salted, cost] = [bytesOf(password), bytesOf(salt), costOf(options)]
  scryptInWasm(secret, salted, length, cost).then(
    (hash) => later(() => callback?.(null, hash)),
    (error: Error) => later(() => callback?.(error)),
  )
}

function costOf({ N, r, p, cost, blockSize, parallelization, maxmem = MAX_MEMORY }: ScryptOptions): Cost {
  const found = {
    N: N ?? cost ?? DEFAULT_COST.N,
    r: r ?? blockSize ?? DEFAULT_COST.r,
    p: p ?? parallelization ?? DEFAULT_COST.p,
  }
  const isPower = found.N > 1 && Number.isInteger(Math.log2(found.N))
  if (isPower && 128 * found.N * found.r <= maxmem) return found
  const text = `Invalid scrypt params${isPower ? ': memory limit exceeded' : ''}`
  throw nodeError('ERR_CRYPTO_INVALID_SCRYPT_PARAMS', text, { type: RangeError })
}

function hashOf(name: string) {
  return HASHES[name.toLowerCase().replace(/^(?:rsa-)?sha-?/, 'sha') as keyof typeof HASHES]
}

function requireHash(name: string) {
  const found = hashOf(name)
  if (!found) throw nodeError('ERR_CRYPTO_INVALID_DIGEST', `Invalid digest: ${name}`, { type: TypeError })
  return found
}

function bytesOf(data: Data, encoding?: BufferEncoding): Buffer {
  if (typeof data === 'string') return Buffer.from(data, encoding)
  if (data instanceof KeyObject) return KeyObject.bytesOf(data)
  if (ArrayBuffer.isView(data)) return Buffer.from(data.buffer, data.byteOffset, data.byteLength)
  if (data instanceof ArrayBuffer) return Buffer.from(data)
  const text = `The "data" argument must be of type string or an instance of Buffer, TypedArray, or DataView.${received(data)}`
  throw nodeError('ERR_INVALID_ARG_TYPE', text, { type: TypeError })
}

function received(value: unknown): string {
  return ` Received ${value === null || value === undefined ? String(value) : `type ${typeof value}`}`
}

export default {
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  createSign,
  createVerify,
  generateKeyPairSync,
  getHashes,
  getRandomValues,
  Hash,
  Hmac,
  KeyObject,
  pbkdf2,
  pbkdf2Sync,
  randomBytes,
  randomFillSync,
  randomInt,
  randomUUID,
  scrypt,
  scryptSync,
  subtle,
  timingSafeEqual,
  webcrypto,
}
