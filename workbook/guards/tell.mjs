// How a worker tells the engine what Vitest would not: lines in its stderr, which nobody else reads.
import { writeSync } from 'node:fs'

const STDERR = 2
const ATTEMPTS = 50
const PAUSE_MS = 10

// The learner's code may change or wrap these.
const { stringify } = JSON
const { wait } = Atomics

/**
 * Writes a line at once, also if the process ends right after.
 * @param {string} kind
 * @param {unknown} news
 */
export function tell(kind, news) {
  write(`\n@@cuaderno:${kind} ${stringify(news)}\n`, ATTEMPTS)
}

/**
 * The pipe may be full of what the learner's code writes; if nobody reads it any more, nobody cares.
 * @param {string} text
 * @param {number} attempts
 */
function write(text, attempts) {
  try {
    writeSync(STDERR, text)
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EAGAIN' || !attempts) return
    wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS)
    write(text, attempts - 1)
  }
}
