// Runs what has to run, some at once, and gives every result by its key.
import { availableParallelism } from 'node:os'
import type { Lesson } from '../../curriculum/lesson.ts'
import { keepResult, keptResult, resultKey } from './kept.ts'
import type { Lost, Ran, Sandbox, Sandboxes } from './sandbox.ts'

/** One file to run as the exercise of a lesson. */
export interface Job {
  lesson: Lesson
  bytes: Uint8Array
}

/** Each run has a process for the tests and another that follows them. */
const MOST_AT_ONCE = 4

/** Finds the result of a job, kept or new. */
export class Results {
  readonly #sandboxes: Sandboxes
  readonly #byKey = new Map<string, Ran | Lost>()
  readonly #fingerprints = new Map<Lesson, string>()

  constructor(sandboxes: Sandboxes) {
    this.#sandboxes = sandboxes
  }

  /** What the run of a job found, if it ran. */
  of(job: Job): Ran | Lost | undefined {
    return this.#byKey.get(this.#keyOf(job))
  }

  /** Runs these jobs, but for those whose result is kept; equal ones run once. */
  async runAll(jobs: readonly Job[], onProgress: (done: number, all: number) => void): Promise<void> {
    const pending = new Map<string, Job>()
    for (const job of jobs) {
      const key = this.#keyOf(job)
      const kept = keptResult(key)
      if (kept) this.#byKey.set(key, kept)
      else pending.set(key, job)
    }
    // Lesson by lesson: what was loaded for one serves the next.
    const queue = [...pending].sort(([, one], [, other]) => one.lesson.number - other.lesson.number)
    let done = 0
    const work = async () => {
      let sandbox: Sandbox | undefined
      for (let next = queue.shift(); next; next = queue.shift()) {
        const [key, { lesson, bytes }] = next
        if (sandbox?.lesson !== lesson) {
          sandbox?.close()
          sandbox = this.#sandboxes.furnish(lesson)
        }
        const result = await sandbox.run(bytes)
        this.#byKey.set(key, result)
        if (typeof result === 'object') keepResult(key, result)
        onProgress(++done, pending.size)
      }
      sandbox?.close()
    }
    await Promise.all(Array.from({ length: Math.min(MOST_AT_ONCE, availableParallelism()) }, work))
  }

  #keyOf({ lesson, bytes }: Job): string {
    const fingerprint = this.#fingerprints.get(lesson) ?? this.#sandboxes.fingerprint(lesson)
    this.#fingerprints.set(lesson, fingerprint)
    return resultKey(fingerprint, bytes)
  }
}
