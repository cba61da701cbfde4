import type { SentExchange } from '../../../workbook/lab/protocol.ts'
import type { LessonResult, TestResult } from '../../../workbook/verdict/model.ts'

/**
 * `in`: the app answered the attack as if all were well. `open`: it did not stop it as it should, whatever it
 * answered. `unknown`: its test did not run, or its task is still to be written.
 */
export type Verdict = 'blocked' | 'in' | 'open' | 'unknown'

export interface Attack {
  title: string
  verdict: Verdict
  /** The last request that the attack made, if it made any. */
  request?: SentExchange
}

/** How the app of a lesson fared in its last run against the lesson's attacks. */
export function attacksOf({ lesson, tests }: LessonResult, exchanges: readonly SentExchange[]): Attack[] {
  const { ataques } = lesson.manifest
  const found = tests.filter(({ title }) => ataques.some((start) => title.startsWith(start)))
  return found.map((test) => {
    const request = exchanges.findLast((exchange) => exchange.test === test.id)
    return { title: test.title, verdict: verdictOf(test, request), request }
  })
}

function verdictOf({ state, failure }: TestResult, request?: SentExchange): Verdict {
  if (state === 'passed') return 'blocked'
  if (state === 'pending' || failure?.kind === 'todo') return 'unknown'
  return request && request.status < 300 ? 'in' : 'open'
}
