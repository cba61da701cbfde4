// node:timers. What the timers of a page lack is that Node's give objects, with unref() and the rest.
// unenv's do, but not through the timers that a test may replace.
import { later } from './later.ts'

const { setTimeout: wait, setInterval: repeat, clearTimeout: stop } = globalThis
type Callback = (...args: unknown[]) => void

class Timer {
  readonly #id: number
  constructor(id: number) {
    this.#id = id
  }
  ref(): this {
    return this
  }
  unref(): this {
    return this
  }
  hasRef(): boolean {
    return true
  }
  /** Passed where a number is expected, as Node allows. */
  [Symbol.toPrimitive](): number {
    return this.#id
  }
}

class Immediate extends Timer {
  cancelled = false
}

export function setTimeout(callback: Callback, ms?: number, ...args: unknown[]): Timer {
  return new Timer(Number(wait(callback, ms, ...args)))
}

export function setInterval(callback: Callback, ms?: number, ...args: unknown[]): Timer {
  return new Timer(Number(repeat(callback, ms, ...args)))
}

/** Stops a timeout or an interval: in a page too, one function does for both. */
export function clearTimeout(timer?: Timer | number): void {
  if (timer !== undefined && timer !== null) stop(Number(timer))
}

export const clearInterval = clearTimeout

export function setImmediate(callback: Callback, ...args: unknown[]): Immediate {
  const immediate = new Immediate(0)
  later(() => {
    if (!immediate.cancelled) callback(...args)
  })
  return immediate
}

export function clearImmediate(immediate?: Immediate): void {
  if (immediate) immediate.cancelled = true
}
