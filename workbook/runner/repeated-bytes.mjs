// Loaded before the tests of many variants of a lesson: in each variant, a test draws the same bytes at random as in
// the others, so that what scrypt derives from a new salt is derived once for all of them (`remembered-scrypt.mjs`).
// They are others in each test and in each run: a value at random in a failure still shows as one that changes.
import crypto from 'node:crypto'
import { subscribe } from 'node:diagnostics_channel'
import { syncBuiltinESMExports } from 'node:module'

const LONGEST_SALT = 1024

const { randomBytes } = crypto
const seed = randomBytes(32)
let drawn = 0
let test = ''

// `each-test.ts` tells.
subscribe('cuaderno:test', (message) => {
  test = String(message)
  drawn = 0
})

crypto.randomBytes = /** @type {typeof randomBytes} */ (
  (/** @type {Parameters<typeof randomBytes>} */ ...args) => {
    const [size, callback] = args
    if (!isOfASalt(size)) return Reflect.apply(randomBytes, crypto, args)
    const bytes = Buffer.from(crypto.hkdfSync('sha256', seed, test, `${drawn++}`, size))
    if (!callback) return bytes
    setImmediate(callback, null, bytes)
  }
)

syncBuiltinESMExports()

/** What is longer than any salt is drawn, and what is no size is refused, by the real one. */
function isOfASalt(/** @type {unknown} */ size) {
  return Number.isInteger(size) && Number(size) > 0 && Number(size) <= LONGEST_SALT
}
