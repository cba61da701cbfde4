// The document that `npm run check -- --json` prints. Other programs read it: a name that is here keeps
// its meaning, and `version` grows if one ever has to change or go.

export interface Report {
  version: 1
  /** Version of the workbook. */
  workbook: string
  /** When the tests ran (ISO 8601, UTC). */
  date: string
  /** Version of Node, without the «v». */
  node: string
  /** Whose copy it is, as Git knows it; absent if it does not. */
  student?: string
  /** The commit that the copy is at; absent without Git. `changed`: with changes that are in no commit. */
  commit?: { id: string; changed: boolean }
  /** `check final`: each lesson ran with the learner's own modules in place of all the solutions. */
  final: boolean
  /** Those that were asked for, in order. */
  lessons: LessonReport[]
  totals: Totals
}

export interface LessonReport {
  number: number
  /** Name of its folder: what identifies a lesson from one version to the next. */
  slug: string
  title: string
  /** All of its tests are green and there are no problems. */
  passed: boolean
  /** What it was judged by: SHA-256 of the specification and of the given code, and whether both are the original. */
  specification: { hash: string; original: boolean }
  /** In the order in which the specification states them; none if they could not start. */
  tests: TestReport[]
  /** What went wrong outside of any test. */
  problems: FailureReport[]
  progress: ProgressReport
}

export interface TestReport extends Partial<FailureReport> {
  title: string
  /** The function that the learner completes. */
  task: string
  /** `pending`: the run ended before its turn. */
  state: 'passed' | 'failed' | 'pending'
  /** How long it took; absent if it did not run. */
  milliseconds?: number
}

export interface FailureReport {
  /** In Spanish: the mistake that was probably made. */
  sentence: string
  expected?: string
  received?: string
  /** An error that the learner's server logged meanwhile. */
  thrown?: string
  place?: PlaceReport
}

export interface PlaceReport {
  /** Relative to the project, with forward slashes on every system. */
  file: string
  /** From 1. */
  line: number
}

/** What this copy of the workbook remembers of the learner's work. */
export interface ProgressReport {
  /** Runs in red so far. */
  failures: number
  hintsOpened: number
  hintsTotal: number
  /** The same of each task, in order. */
  tasks: { name: string; hintsOpened: number; hintsTotal: number }[]
  /** Time spent with its session open. */
  milliseconds: number
  /** When it was first green (ISO 8601, UTC); absent if that is not known. */
  solvedAt?: string
}

export interface Totals {
  lessons: number
  lessonsPassed: number
  tests: number
  testsPassed: number
}
