// What the learner's code must not break, because Vitest and every package in this process use it too.
// A change throws, and so tells its line; without this, it would show as a failure of something else.
import { refuse } from './mishaps.mjs'

const SEALED = ['Array', 'Boolean', 'Buffer', 'Error', 'Function', 'JSON', 'Map', 'Math', 'Number', 'Object']
SEALED.push('Promise', 'Reflect', 'RegExp', 'Set', 'String', 'Symbol', 'TypeError', 'URL', 'process')
SEALED.push('clearTimeout', 'queueMicrotask', 'setImmediate', 'setInterval', 'setTimeout', 'structuredClone')
const OWN_METHODS = ['JSON', 'Math', 'Reflect', 'Object', 'Promise', 'Array', 'Number', 'String', 'Date']
const PROTOTYPES = ['Object', 'Array', 'Function', 'Number', 'Promise', 'String']
const LOCKED_PROTOTYPES = ['Array', 'String']

/** Makes the language's own objects resist assignments. Fake timers and spies redefine, and still can. */
export function sealGlobals() {
  for (const name of OWN_METHODS) sealMethods(globalThis[name], name)
  for (const name of LOCKED_PROTOTYPES) sealMethods(globalThis[name].prototype, `${name}.prototype`)
  for (const name of PROTOTYPES) Object.preventExtensions(globalThis[name].prototype)
  for (const name of SEALED) seal(globalThis, name, name)
  // Vitest puts its own in place of these two.
  seal(globalThis, 'console', 'console', (value) => typeof value?.log === 'function')
  seal(globalThis, 'Date', 'Date', (value) => typeof value?.now === 'function')
}

function sealMethods(owner, ownerName) {
  for (const name of Object.getOwnPropertyNames(owner)) {
    const { value, configurable } = Object.getOwnPropertyDescriptor(owner, name)
    if (typeof value === 'function' && configurable && name !== 'constructor') {
      seal(owner, name, `${ownerName}.${name}`)
    }
  }
}

function seal(owner, key, name, accepts = () => false) {
  const { enumerable } = Object.getOwnPropertyDescriptor(owner, key)
  let value = owner[key]
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

function ownProperty(value) {
  return { value, writable: true, enumerable: true, configurable: true }
}
