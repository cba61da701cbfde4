import { patience } from '../contention.ts'

const TURN_MS = 50

// A test may put its own in the place of this one.
const wait = globalThis.setTimeout

/**
 * What the work resolves to, unless nobody answers for so many milliseconds: then it rejects as Vitest does.
 * It counts turns of the event loop and not the clock, so that what keeps the loop busy (scrypt, a slow phone)
 * counts as one turn, however long it takes; `busier` says how many times longer to wait, and is asked once.
 */
export function withPatience<T>(
  work: () => T | PromiseLike<T>,
  ms: number,
  busier: () => number = patience,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const turns = Math.ceil(ms / TURN_MS)
    let left = turns
    let doubted = false
    let ended = false
    const turn = () => {
      if (ended) return
      if (--left <= 0 && !doubted) {
        doubted = true
        left = Math.ceil(turns * (busier() - 1))
      }
      if (left > 0) wait(turn, TURN_MS)
      else reject(new Error(`Test timed out in ${ms}ms`))
    }
    wait(turn, TURN_MS)
    Promise.resolve()
      .then(work)
      .then(resolve, reject)
      .finally(() => {
        ended = true
      })
  })
}
