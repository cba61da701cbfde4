import { type LessonId, lessonsOf } from '../curriculum/lesson.ts'
import { LESSONS } from '../curriculum/lessons.ts'
import { keepCopy } from '../learner/copies.ts'
import { lessonProgress, readProgress, remember, rememberRun } from '../learner/progress.ts'
import type { LessonResult } from '../verdict/model.ts'

/** A longer silence is a pause, not work, in milliseconds. */
const PAUSE_MS = 5 * 60 * 1000

/** Writes down what happened in a session: results, time, and a copy of each solved exercise. */
export class Record {
  #lastWork = Date.now()

  /** A run after a save counts as an attempt; one without a save only if it is green. */
  run({ lesson, passed }: LessonResult, saved: boolean): void {
    if (saved || passed) rememberRun(lesson.slug, passed)
    if (passed) keepCopy(lesson, 'superada')
    remember(lesson.slug, { done: passed, time: lessonProgress(lesson.slug).time + this.#worked() })
  }

  #worked(): number {
    const now = Date.now()
    const worked = Math.min(now - this.#lastWork, PAUSE_MS)
    this.#lastWork = now
    return worked
  }
}

/** How many lessons are solved of the same part, the book or the extension. */
export function solvedCount({ part }: LessonId): number {
  const progress = readProgress()
  return lessonsOf(part, LESSONS).filter(({ slug }) => progress[slug]?.done).length
}
