import type { TestResult } from '../../verdict/model.ts'
import { withoutChanging } from '../changing-values.ts'

/** What both sides have to agree on about a test. */
export interface Verdict {
  task: string
  title: string
  state: TestResult['state']
  sentence?: string
  expected?: string
  received?: string
  line?: number
}

export function verdictOf({ task, title, state, failure }: TestResult): Verdict {
  const { sentence, expected, received, place } = failure ?? {}
  return {
    task,
    title,
    state,
    sentence,
    expected: expected && withoutChanging(expected),
    received: received && withoutChanging(received),
    line: place?.line,
  }
}
