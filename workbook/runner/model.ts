/** What a run of one or more specifications found. Everything that shows results reads this. */
export interface RunResult {
  passed: boolean
  tests: TestResult[]
  /** What went wrong outside of any test: the file does not load, a loop never ends … */
  problems: Failure[]
  /** Milliseconds from the start of the run to its end. */
  duration: number
}

export interface TestResult {
  title: string
  /** Name of the task that the test belongs to: its outermost `describe`. */
  task: string
  /** Absolute path of the specification. */
  spec: string
  state: 'passed' | 'failed' | 'pending'
  failure?: Failure
}

export interface Failure {
  /** One sentence in Spanish: the mistake that was probably made. */
  sentence: string
  expected?: string
  received?: string
  place?: Place
}

export interface Place {
  /** Absolute path. */
  file: string
  line: number
}
