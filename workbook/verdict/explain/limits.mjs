// What a run may take before it is ended, in Node and in the page. Plain JavaScript: the guard beside the
// learner's code reads it too.

/** What the process of a lesson's tests may take, in megabytes; the largest needs a third. */
export const MEMORY_MB = 600

/** How long nothing at all may happen. */
export const SILENCE_MS = 6000

/** How long a test takes, at least, that waited for an answer until it gave up. */
export const NO_ANSWER_MS = 1400

/** How many times longer than its own work anything takes, when a clock tells more of the machine than of the code. */
const BUSY = 1.3

/** How many times longer than usual a clock waits at most: nobody waits for more than a minute to hear something. */
const MOST_PATIENCE = 10

/**
 * How many times longer than usual a clock has to wait before it says that nobody answers: 1 on a machine with nothing
 * else to do.
 * @param {number} contention how many times longer than its own work anything takes there
 */
export const patienceOf = (contention) => (contention < BUSY ? 1 : Math.min(2 * contention, MOST_PATIENCE))

/** How many times longer than usual a clock waits for what was slow and not silent. */
export const SLOW_PATIENCE = 3

/** How many tests may get no answer: the rest would only repeat it, slowly. */
export const TIMEOUTS_ALLOWED = 2

/** What a run may write before it counts as a flood: far more than somebody who looks at each request. */
export const FLOOD_CHARACTERS = 5e6
export const FLOOD_LINES = 50_000

/** What is kept of what is written, in characters: nobody reads more. */
export const KEPT_CHARACTERS = 100_000
