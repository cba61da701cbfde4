import type { TestModule } from 'vitest/node'
import { hadNoAnswer } from '../verdict/explain/ending.ts'
import { TIMEOUTS_ALLOWED } from '../verdict/explain/limits.mjs'

/** Whether a specification was cut before its end by something else than its own lesson. */
export function isUnfinished(module: TestModule | undefined): boolean {
  if (!module) return true
  const tests = [...module.children.allTests()].map((test) => ({ ...test.result(), test }))
  if (!tests.length) return !module.errors().length
  const unanswered = tests.filter(({ errors = [], test }) =>
    hadNoAnswer(errors, test.diagnostic()?.duration ?? 0),
  )
  const cutItself = unanswered.length >= TIMEOUTS_ALLOWED
  return !cutItself && tests.some(({ state }) => state !== 'passed' && state !== 'failed')
}
