import type { LessonResult, TestResult } from './model.ts'

/** A state by a sign: colours only repeat it. */
export const MARKS = { passed: '✓', failed: '✗', pending: '·' } as const

/** The test that is explained: the rest may only repeat it. */
export function firstFailed({ tests }: Pick<LessonResult, 'tests'>): TestResult | undefined {
  return tests.find(({ state }) => state === 'failed')
}

/** The tests under the names of their tasks, in the order in which the specification states them. */
export function byTask(tests: readonly TestResult[]): { task: string; tests: TestResult[] }[] {
  const tasks = [...new Set(tests.map(({ task }) => task))]
  return tasks.map((task) => ({ task, tests: tests.filter((test) => test.task === task) }))
}
