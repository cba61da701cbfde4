import type { TestCase, TestModule } from 'vitest/node'
import { hadNoAnswer } from '../verdict/explain/ending.ts'
import { TIMEOUTS_ALLOWED } from '../verdict/explain/limits.mjs'

/** Whether a specification was cut before its end by something else than its own lesson. */
export function isUnfinished(module: TestModule | undefined): boolean {
  if (!module) return true
  const tests = [...module.children.allTests()]
  if (!tests.length) return !module.errors().length
  const cutItself = tests.filter(hasNoAnswer).length >= TIMEOUTS_ALLOWED
  return !cutItself && tests.some((test) => !['passed', 'failed'].includes(test.result().state))
}

/** Whether a test ended because a clock said so. */
export function hasNoAnswer(test: TestCase): boolean {
  return hadNoAnswer(test.result().errors ?? [], test.diagnostic()?.duration ?? 0)
}
