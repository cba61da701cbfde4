import { type LessonId, lessonsOf } from '../curriculum/lesson.ts'
import { LESSONS } from '../curriculum/lessons.ts'
import { COPIES_FOLDER, keepCopy } from '../learner/copies.ts'
import { textOf } from '../learner/exercise-text.ts'
import {
  PROGRESS_FILE,
  progressIfReadable,
  remember,
  rememberAttempt,
  rememberGreen,
  rememberTime,
} from '../learner/progress.ts'
import { didRun } from '../verdict/judge.ts'
import { firstFailed } from '../verdict/marks.ts'
import type { LessonResult } from '../verdict/model.ts'

/** A longer silence is a pause, not work, in milliseconds. */
const PAUSE_MS = 5 * 60 * 1000

/** Writes down what happened in a session: results, time, and a copy of each solved exercise. */
export class Record {
  readonly #file: string
  readonly #copies: string
  #lastWork = Date.now()

  constructor(file = PROGRESS_FILE, copies = COPIES_FOLDER) {
    this.#file = file
    this.#copies = copies
  }

  /**
   * A red run counts as an attempt if its file was saved. In the final exercise, what is red may be another
   * lesson's doing: what was solved stays solved.
   */
  run(result: LessonResult, { saved, final }: { saved: boolean; final: boolean }): void {
    if (!didRun(result)) return
    const { lesson, passed } = result
    if (passed) {
      rememberGreen(lesson.slug, this.#file)
      keepCopy(lesson, 'superada', this.#copies)
    } else {
      if (saved) rememberAttempt(lesson.slug, textOf(lesson.exercise), firstFailed(result)?.task, this.#file)
      if (!final) remember(lesson.slug, { done: false }, this.#file)
    }
    this.#spend(lesson.slug)
  }

  #spend(slug: string): void {
    const now = Date.now()
    rememberTime(slug, Math.max(this.#lastWork, now - PAUSE_MS), now, this.#file)
    this.#lastWork = now
  }
}

/** How many lessons are solved of the same part, the book or the extension; none if that cannot be read. */
export function solvedCount({ part }: LessonId): number {
  const progress = progressIfReadable()
  return lessonsOf(part, LESSONS).filter(({ slug }) => progress[slug]?.done).length
}
