import { patienceOf } from '../verdict/explain/limits.mjs'

/** How much of its own work the sample does, in milliseconds, and how long it may take. */
const SAMPLE_MS = 50
const MOST_MS = 500
/** A step of a clock that is read without pause: from here on others had the processor meanwhile. */
const GAP_MS = 2

// A test may put its own clock in the place of this one.
const readClock = performance.now.bind(performance)

/**
 * How many times longer than usual a clock has to wait on this machine now, before it says that nobody answers:
 * 1 if the machine has nothing else to do. Blocks while it finds out: a twentieth of a second, at most half of one.
 */
export function patience(): number {
  return patienceOf(measureContention())
}

/**
 * How many times longer than its own work anything takes. A page cannot ask how much of the processor it was
 * given: it sees when it was not. Of a clock that is too coarse to see it, 1.
 */
export function measureContention(now: () => number = readClock): number {
  const start = now()
  let last = start
  let lost = 0
  while (last - start - lost < SAMPLE_MS && last - start < MOST_MS) {
    const read = now()
    if (read - last > GAP_MS) lost += read - last
    last = read
  }
  const own = last - start - lost
  return own > 0 ? (last - start) / own : 1
}
