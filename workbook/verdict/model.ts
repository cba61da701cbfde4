import type { Lesson } from '../curriculum/lesson.ts'

/** What a run found about one lesson. Everything that shows results reads this. */
export interface LessonResult {
  lesson: Lesson
  passed: boolean
  /** In the order in which the specification states them. */
  tests: TestResult[]
  /** What went wrong outside of any test: the file does not load, a loop never ends … */
  problems: Failure[]
  /** What the learner's code wrote to the console while no test ran, cut. */
  printed?: string
  /** Milliseconds of the run, where that is worth telling. */
  duration?: number
}

export interface TestResult {
  id: string
  title: string
  /** Name of the task that the test belongs to: its outermost `describe`. */
  task: string
  /** `pending`: the run ended before its turn. */
  state: 'passed' | 'failed' | 'pending'
  failure?: Failure
  /** What the learner's code wrote to the console meanwhile, cut. */
  printed?: string
  /** Milliseconds, where it is known. */
  duration?: number
}

export interface Failure {
  /** `todo`: the task has not been written yet. `not-run`: the tests did not run, and nobody is to blame. */
  kind?: 'todo' | 'not-run'
  /** One sentence in Spanish: the mistake that was probably made. */
  sentence: string
  expected?: string
  received?: string
  /** An error that the learner's app logged meanwhile. */
  thrown?: string
  place?: Place
}

export interface Place {
  /** Absolute path. */
  file: string
  line: number
}
