// Loaded before the tests of many variants of a lesson, which would derive some passwords hundreds of times, at 200 ms
// of processor each. A test knows beforehand only what was derived with a salt that is written in the lessons: that is
// derived once and remembered. With any other salt, what is derived is compared only with what is derived the same
// way: something as different for every argument stands in for it. What scrypt refuses is refused by scrypt, and
// other costs than those of a lesson are left to it.

import crypto from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

/** @typedef {Parameters<typeof crypto.scryptSync>} Arguments */

const LESSONS = new URL('../../lessons/', import.meta.url)
const DIGEST = /\b([0-9a-f]{32}):[0-9a-f]{64}\b/g
/** Node's, and the most that a lesson asks for. */
const DEFAULT = { N: 2 ** 14, r: 8, p: 1 }
const HIGHEST = { ...DEFAULT, p: 5 }
const LEAST = { N: 2, r: 1, p: 1 }

const { scrypt, scryptSync } = crypto
const written = writtenSalts()
/** @type {Map<string, Buffer>} */
const known = new Map()

crypto.scrypt = /** @type {typeof scrypt} */ (
  (/** @type {any[]} */ ...args) => {
    const callback = args.at(-1)
    const given = /** @type {Arguments} */ (args.slice(0, -1))
    const id = typeof callback === 'function' && idOf(given)
    if (!id) return Reflect.apply(scrypt, crypto, args)
    const hash = withoutDeriving(id, given)
    if (hash) return void setImmediate(callback, null, hash)
    Reflect.apply(scrypt, crypto, [
      ...given,
      (/** @type {Error | null} */ error, /** @type {Buffer} */ derived) => {
        if (!error) known.set(id, Buffer.from(derived))
        callback(error, derived)
      },
    ])
  }
)

crypto.scryptSync = (...args) => {
  const id = idOf(args)
  const quick = id && withoutDeriving(id, args)
  if (quick) return quick
  const hash = scryptSync(...args)
  if (id) known.set(id, Buffer.from(hash))
  return hash
}

syncBuiltinESMExports()

/** Nothing for arguments of other kinds than those of a lesson, or that take longer. */
function idOf(/** @type {Arguments} */ [password, salt, size, options = {}]) {
  const [key, spice] = [password, salt].map(bytesOf)
  const { N, r, p, ...more } = { ...DEFAULT, ...options }
  const isUsual = N <= HIGHEST.N && r === HIGHEST.r && p <= HIGHEST.p && Object.keys(more).length === 0
  const isAllowed = N > 1 && Number.isInteger(Math.log2(N)) && p > 0 && Number.isInteger(p)
  const isText = key !== undefined && spice !== undefined
  if (isText && isUsual && isAllowed) return JSON.stringify([key, spice, size, N, r, p])
}

/** What is remembered, or what stands in for it. */
function withoutDeriving(/** @type {string} */ id, /** @type {Arguments} */ [, salt, size]) {
  const before = known.get(id)
  if (before) return Buffer.from(before)
  if (!written.has(bytesOf(salt) ?? '')) return scryptSync(id, '', size, LEAST)
}

function bytesOf(/** @type {unknown} */ value) {
  if (typeof value === 'string' || value instanceof Uint8Array) return Buffer.from(value).toString('hex')
}

/** In hexadecimal. */
function writtenSalts() {
  const files = readdirSync(LESSONS, { recursive: true, encoding: 'utf8' })
  const sources = files.filter((name) => name.endsWith('.ts'))
  const texts = sources.map((name) => readFileSync(new URL(name.replaceAll('\\', '/'), LESSONS), 'utf8'))
  return new Set(texts.flatMap((text) => [...text.matchAll(DIGEST)].map(([, salt]) => salt)))
}
