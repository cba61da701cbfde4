// Calls that would end the process of the tests, or take a port that the tests and the session need.
// They throw instead, as Vitest makes process.exit() do, and so tell their line.
import { Server } from 'node:net'
import { refuse, tellMishap } from './mishaps.mjs'

/** @typedef {NodeJS.Process & { reallyExit(code?: number): never }} WithInside */

/** Makes the calls that no exercise has a reason for throw. */
export function refuseFatalCalls() {
  const inner = /** @type {WithInside} */ (process)
  const { kill } = process
  const { reallyExit } = inner
  process.abort = () => fail('process.abort')
  process.disconnect = () => fail('process.disconnect')
  process.kill = (pid, signal) =>
    pid === process.pid && signal !== 0 ? fail('process.kill') : kill.call(process, pid, signal)
  let exiting = false
  process.once('exit', () => {
    exiting = true
  })
  // process.exit() ends here too.
  inner.reallyExit = (code) => (exiting ? reallyExit.call(process, code) : fail('process.reallyExit'))
  const listen = /** @type {(this: Server, ...args: unknown[]) => Server} */ (Server.prototype.listen)
  Server.prototype.listen = function (/** @type {unknown[]} */ ...args) {
    return asksForPort(args[0]) ? fail('listen') : listen.apply(this, args)
  }
  tellOfExit()
}

/** Vitest puts a process.exit() that throws in its place; somebody may catch that. */
function tellOfExit() {
  const original = process.exit
  let exit = original
  /** @param {number} [code] */
  function tellingExit(code) {
    try {
      return exit.call(process, code)
    } catch (error) {
      tellMishap('refused', error)
      throw error
    }
  }
  Object.defineProperty(process, 'exit', {
    configurable: true,
    enumerable: true,
    get: () => tellingExit,
    set(next) {
      // In the end Vitest puts back what it found, bound: this same function.
      exit = next.name === `bound ${tellingExit.name}` ? original : next
    },
  })
}

/**
 * @param {string} call
 * @returns {never}
 */
function fail(call) {
  return refuse(new Error(`cuaderno:fatal ${call}`))
}

/**
 * Port 0 is any free one: supertest's.
 * @param {unknown} where a port, or options with one
 */
function asksForPort(where) {
  return Number(/** @type {{ port?: unknown } | undefined} */ (where)?.port ?? where) > 0
}
