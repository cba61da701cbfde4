import type { Ended } from '../../verdict/explain/ending.ts'
import type { Mishap } from '../../verdict/judge.ts'
import type { News, SentError, SentTest } from '../protocol.ts'

/** How a test ended, or `pending` while it has not. */
export interface TestRemains extends SentTest {
  state: 'passed' | 'failed' | 'pending'
  errors: readonly SentError[]
}

/** All that a run left behind. */
export interface Remains extends Ended {
  tests: TestRemains[]
  /** What was written, by test id; under '' what no test wrote. */
  console: Map<string, string>
  /** What of it the learner's own code wrote. */
  printed: Map<string, string>
  mishaps: Mishap[]
  errors: readonly SentError[]
  loose: readonly SentError[]
  syntax?: Extract<News, { type: 'syntax' }>
  /** The Worker itself ended: it gave up, or there was no memory left. */
  died?: true
}

export function noRemains(): Remains {
  return { tests: [], console: new Map(), printed: new Map(), mishaps: [], errors: [], loose: [] }
}
