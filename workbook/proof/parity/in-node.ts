import { runVariants } from '../../runner/run-variants.ts'
import { locateFailure } from '../../verdict/explain/locate.ts'
import type { TestResult } from '../../verdict/model.ts'
import type { Answer } from './cases.ts'
import { type Verdict, verdictOf } from './verdict.ts'

/** The verdicts of all answers as Node gives them, by the answer's id. */
export async function judgeInNode(
  answers: readonly Answer[],
  testTimeout: number,
): Promise<Map<string, Verdict[]>> {
  const variants = answers.map(({ id, lesson, source }) => ({
    id,
    spec: lesson.spec,
    sources: new Map([[lesson.exercise, source]]),
  }))
  const results = await runVariants(variants, { testTimeout })
  return new Map(
    answers.map((one) => [
      one.id,
      (results.get(one.id)?.tests ?? []).map((test) => verdictOf(located(test, one))),
    ]),
  )
}

/**
 * What the terminal adds to a failure, but for the place that it takes from the console: variants do not
 * keep one.
 */
function located(test: TestResult, { lesson, source }: Answer): TestResult {
  if (!test.failure) return test
  const { place } = test.failure
  return { ...test, failure: { ...locateFailure(test.failure, test.task, lesson, { source }), place } }
}
