// What the learner's code must not break, because Vitest and every package in this process use it too.
// A change throws, and so tells its line; without this, it would show as a failure of something else.
import { refuse } from './mishaps.mjs'

const SEALED = ['Array', 'Boolean', 'Buffer', 'Error', 'Function', 'JSON', 'Map', 'Math', 'Number', 'Object']
SEALED.push('Promise', 'Reflect', 'RegExp', 'Set', 'String', 'Symbol', 'TypeError', 'URL', 'process')
SEALED.push('queueMicrotask', 'structuredClone')
const TIMERS = ['clearTimeout', 'setImmediate', 'setInterval', 'setTimeout']
/** A line of a file of the learner's, in a stack. */
const LEARNERS = /\/(?:lessons|solutions)\/\d\d-[^/]+\/[^/]+\.ts\b/
const OWN_METHODS = ['JSON', 'Math', 'Reflect', 'Object', 'Promise', 'Array', 'Number', 'String', 'Date']
const PROTOTYPES = ['Object', 'Array', 'Function', 'Number', 'Promise', 'String']
const LOCKED_PROTOTYPES = ['Array', 'String']

/** @typedef {{ prototype: object }} Global */

/** Makes the language's own objects resist assignments. Fake timers and spies redefine, and still can. */
export function sealGlobals() {
  const of = (/** @type {string} */ name) => /** @type {Global} */ (Reflect.get(globalThis, name))
  for (const name of OWN_METHODS) sealMethods(of(name), name)
  for (const name of LOCKED_PROTOTYPES) sealMethods(of(name).prototype, `${name}.prototype`)
  for (const name of PROTOTYPES) Object.preventExtensions(of(name).prototype)
  for (const name of SEALED) seal(globalThis, name, name)
  // A specification may stop the clocks: fake timers assign these.
  for (const name of TIMERS) seal(globalThis, name, name, () => !isAskedByLearner())
  // Vitest puts its own in place of these two.
  seal(globalThis, 'console', 'console', (value) => has(value, 'log'))
  seal(globalThis, 'Date', 'Date', (value) => has(value, 'now'))
}

/** Whether the line that assigns is the learner's: the first behind the three of this file. */
function isAskedByLearner() {
  const lines = String(new Error('stack').stack).split('\n')
  // V8 begins with the message; Firefox does not.
  const behind = lines.slice(lines[0]?.includes('stack') ? 4 : 3)
  // What the language itself does for the line, such as `Object.assign`, has no place in a file.
  const caller = behind.find((line) => /:\d/.test(line)) ?? ''
  return LEARNERS.test(`/${caller.replaceAll('\\', '/')}`)
}

/**
 * @param {unknown} value
 * @param {string} method
 */
function has(value, method) {
  return typeof (/** @type {Record<string, unknown> | undefined} */ (value)?.[method]) === 'function'
}

/**
 * @param {object} owner
 * @param {string} ownerName
 */
function sealMethods(owner, ownerName) {
  for (const name of Object.getOwnPropertyNames(owner)) {
    const { value, configurable } = Object.getOwnPropertyDescriptor(owner, name) ?? {}
    if (typeof value === 'function' && configurable && name !== 'constructor') {
      seal(owner, name, `${ownerName}.${name}`)
    }
  }
}

/**
 * @param {object} owner
 * @param {string} key
 * @param {string} name how the error calls it
 * @param {(value: unknown) => boolean} accepts the values that may take its place all the same
 */
function seal(owner, key, name, accepts = () => false) {
  const { enumerable } = Object.getOwnPropertyDescriptor(owner, key) ?? {}
  let value = /** @type {Record<string, unknown>} */ (owner)[key]
  Object.defineProperty(owner, key, {
    configurable: true,
    enumerable,
    get: () => value,
    set(next) {
      // An object that inherits from this one may have a property of that name.
      if (this !== owner && this !== undefined) Object.defineProperty(this, key, ownProperty(next))
      else if (accepts(next)) value = next
      else if (next !== value) refuse(new TypeError(`cuaderno:sealed ${name}`))
    },
  })
}

/** @param {unknown} value */
function ownProperty(value) {
  return { value, writable: true, enumerable: true, configurable: true }
}
