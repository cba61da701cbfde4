// node:buffer. `buffer` 6 is Node's own Buffer on Uint8Array; it only lacks the encoding 'base64url'.
import * as npm from 'buffer/index.js'
import { nodeError } from './errors.ts'

const { Buffer, SlowBuffer, kMaxLength } = npm as unknown as typeof import('node:buffer')

type Encoding = BufferEncoding | undefined

const { from, byteLength, compare, isEncoding } = Buffer as unknown as {
  compare(one: Uint8Array, other: Uint8Array): number
  from(value: unknown, encoding?: unknown, length?: number): Buffer
  byteLength(value: unknown, encoding?: unknown): number
  isEncoding(name: string): boolean
}
const { toString: asText, write } = Buffer.prototype as unknown as {
  toString(this: Buffer, encoding?: Encoding, start?: number, end?: number): string
  write(this: Buffer, text: string, ...rest: unknown[]): number
}
// As Node says it of what is missing; the package has other words.
const SOURCE =
  'The first argument must be of type string or an instance of Buffer, ArrayBuffer, or Array or an Array-like Object.'
const MEASURED = 'The "string" argument must be of type string or an instance of Buffer or ArrayBuffer.'
const known = (encoding: unknown) => (isUrl(encoding) ? 'base64' : encoding)

Object.assign(Buffer, {
  // It reads the letters of both alphabets.
  from: (value: unknown, encoding?: unknown, length?: number) =>
    from(readable(given(value, SOURCE), encoding), known(encoding), length),
  byteLength: (value: unknown, encoding?: unknown) => byteLength(given(value, MEASURED), known(encoding)),
  isEncoding: (name: string) => isUrl(name) || isEncoding(name),
})
Object.assign(Buffer.prototype, {
  // Its own asks Buffer.compare, and somebody who spies on both would count one call twice.
  equals(this: Buffer, other: Uint8Array): boolean {
    return compare(this, other) === 0
  },
  write(this: Buffer, text: string, ...rest: unknown[]) {
    return write.call(this, readable(text, rest.at(-1)), ...rest.map(known))
  },
  toString(this: Buffer, encoding?: Encoding, start?: number, end?: number): string {
    if (!isUrl(encoding)) return asText.call(this, encoding, start, end)
    const text = asText.call(this, 'base64', start, end)
    return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
  },
})

function given(value: unknown, wanted: string): unknown {
  if (value !== undefined && value !== null) return value
  throw nodeError('ERR_INVALID_ARG_TYPE', `${wanted} Received ${value}`, { type: TypeError })
}

/** Node stops at the first pair that is not hexadecimal; the package reads «0x» and one digit before any letter. */
function readable<T>(value: T, encoding: unknown): T | string {
  const isHex = typeof encoding === 'string' && encoding.toLowerCase() === 'hex'
  if (!isHex || typeof value !== 'string') return value
  return /^(?:[\da-f]{2})*/i.exec(value)?.[0] ?? ''
}

function isUrl(encoding: unknown): boolean {
  return typeof encoding === 'string' && encoding.toLowerCase() === 'base64url'
}

export { Buffer, kMaxLength, SlowBuffer }
export default { Buffer, kMaxLength, SlowBuffer }
