// node:util. unenv's inspect() is a sketch, and Vitest's messages and Express's traces depend on it: it
// comes from node-inspect-extracted, which is Node's own source. unenv's inherits() loses what a class
// already had, its promisify() has a symbol of its own and the rest is «not implemented».
import { format, formatWithOptions, inspect, stripVTControlCharacters } from 'node-inspect-extracted'

type Callback = (error: unknown, value?: unknown) => void
type Work = (...args: unknown[]) => unknown

const CUSTOM = Symbol.for('nodejs.util.promisify.custom')

/** The function as one that returns a promise in place of calling back. */
export const promisify = Object.assign(
  (work: Work & { [CUSTOM]?: Work }): Work =>
    work[CUSTOM] ??
    function (this: unknown, ...args: unknown[]) {
      return new Promise((resolve, reject) => {
        work.call(this, ...args, (error: unknown, value: unknown) => (error ? reject(error) : resolve(value)))
      })
    },
  { custom: CUSTOM },
)

/** What classes were made with before there was `extends`. */
export function inherits(child: Work, parent: Work): void {
  Object.defineProperty(child, 'super_', { value: parent, writable: true, configurable: true })
  Object.setPrototypeOf(child.prototype, parent.prototype)
}

export function callbackify(work: (...args: unknown[]) => Promise<unknown>) {
  return (...args: unknown[]) => {
    const callback = args.pop() as Callback
    work(...args).then(
      (value) => process.nextTick(callback, null, value),
      (error) => process.nextTick(callback, error),
    )
  }
}

/** The warning is for whoever runs Node. */
export function deprecate<T>(work: T): T {
  return work
}

export function debuglog() {
  return Object.assign(() => {}, { enabled: false })
}

const is = (tag: string) => (value: unknown) => Object.prototype.toString.call(value) === `[object ${tag}]`

/** node:util/types, of those that packages ask for. */
export const types = {
  isAnyArrayBuffer: (value: unknown) => value instanceof ArrayBuffer,
  isArrayBuffer: is('ArrayBuffer'),
  isAsyncFunction: is('AsyncFunction'),
  isDate: is('Date'),
  isGeneratorFunction: is('GeneratorFunction'),
  isMap: is('Map'),
  isNativeError: (value: unknown) => value instanceof Error,
  isPromise: is('Promise'),
  isProxy: () => false,
  isRegExp: is('RegExp'),
  isSet: is('Set'),
  isTypedArray: (value: unknown) => ArrayBuffer.isView(value) && !(value instanceof DataView),
  isUint8Array: (value: unknown) => value instanceof Uint8Array,
}

export const { TextDecoder, TextEncoder } = globalThis
export { format, formatWithOptions, inspect, stripVTControlCharacters }
export default {
  callbackify,
  debuglog,
  deprecate,
  format,
  formatWithOptions,
  inherits,
  inspect,
  promisify,
  stripVTControlCharacters,
  TextDecoder,
  TextEncoder,
  types,
}
