// What goes wrong in the learner's code and the test may not see, because somebody catches it: a call
// that is refused, an error on its way through Express. It is told with the test that was running.
import { tracingChannel } from 'node:diagnostics_channel'
import { tell } from './tell.mjs'

// The last one is what Firefox throws where others throw a RangeError.
const SLIPS = ['ReferenceError', 'TypeError', 'RangeError', 'SyntaxError', 'InternalError']
const FRAMES = 30
const LONGEST_STACK = 4000

/**
 * The class with which Express calls each handler.
 * @typedef {{ prototype: { handleRequest: Handle } }} LayerClass
 * @typedef {(req: unknown, res: unknown, next: (error?: unknown) => unknown) => unknown} Handle
 * @typedef {{ __vitest_worker__?: { current?: { id: string } } }} WithVitest
 */

/**
 * Lets stacks reach the learner's code through Express, and tells of what Express keeps to itself.
 * @param {LayerClass} Layer
 */
export function watchExpress(Layer) {
  Error.stackTraceLimit = FRAMES
  watchNext(Layer)
  tracingChannel('express.router.request').error.subscribe((message) => {
    const { error } = /** @type {{ error?: Partial<NodeJS.ErrnoException> }} */ (message)
    if (SLIPS.includes(error?.name ?? '') || error?.code === 'ERR_HTTP_HEADERS_SENT')
      tellMishap('slip', error)
  })
}

/**
 * A second next() goes on to the next route, or hangs up on whoever asked, and nobody ever hears of it.
 * @param {LayerClass} Layer
 */
function watchNext(Layer) {
  const { handleRequest } = Layer.prototype
  Layer.prototype.handleRequest = function (
    /** @type {unknown} */ req,
    /** @type {unknown} */ res,
    /** @type {(error?: unknown) => unknown} */ next,
  ) {
    let called = false
    return handleRequest.call(this, req, res, (error) => {
      if (called) tellMishap('slip', new Error('cuaderno:next'))
      called = true
      return next(error)
    })
  }
}

/**
 * Throws the error that stands for a refused call or assignment, and tells of it.
 * @param {Error} error
 * @returns {never}
 */
export function refuse(error) {
  tellMishap('refused', error)
  throw error
}

/**
 * Tells of an error with its stack and the test that was running.
 * @param {'refused' | 'slip'} kind
 * @param {unknown} error
 */
export function tellMishap(kind, error) {
  const { name, message, stack } = /** @type {Error} */ (error)
  const test = /** @type {WithVitest} */ (globalThis).__vitest_worker__?.current?.id
  /** @type {(value: unknown, length: number) => string} */
  const text = (value, length) => String(value).slice(0, length)
  tell(kind, { message: text(`${name}: ${message}`, 300), stack: text(stack, LONGEST_STACK), test })
}
