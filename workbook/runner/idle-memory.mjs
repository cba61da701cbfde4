// Node collects garbage when it needs room, never because it has time: what a start leaves behind
// would stay for all the hours in which a process does nothing but wait.

/** Long enough for a start or a run to be over. */
const IDLE_MS = 3000
// With this, Node 24 gives what is free back to the system; without it, it keeps that for itself. Node 20
// takes it for a short collection.
const THOROUGH = { type: 'major', execution: 'sync', flavor: 'last-resort' }

/** @type {NodeJS.Timeout | undefined} */
let timer

/**
 * Collects the garbage in three seconds, counted from the last call, in a process that was started with
 * `--expose-gc`. Keeps no process alive.
 */
export function tidySoon() {
  clearTimeout(timer)
  timer = setTimeout(() => globalThis.gc?.(THOROUGH), IDLE_MS).unref()
}
