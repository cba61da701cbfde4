import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestError } from 'vitest'
import type { TestModule, TestRunResult } from 'vitest/node'
import type { Lesson } from '../curriculum/lesson.ts'
import { type Ended, explainEnding } from '../verdict/explain/ending.ts'
import { explainLooseError } from '../verdict/explain/explain.ts'
import { locateFailure } from '../verdict/explain/locate.ts'
import { placeIn } from '../verdict/explain/server-error.ts'
import { explainMishap } from '../verdict/explain/slips.ts'
import { readThrown } from '../verdict/explain/thrown.ts'
import type { Failure, LessonResult, TestResult } from '../verdict/model.ts'
import { collectTests } from './collect.ts'
import { explainWrongSyntax } from './preflight.ts'
import { lineOfLonelyAwait, lineOfOddThrow } from './suspects.ts'
import type { Mishap } from './worker-news.ts'

/** All that a run left behind. */
export interface Remains extends Ended, Pick<TestRunResult, 'testModules' | 'unhandledErrors'> {
  /** What the learner's code wrote, by test id. */
  console: ReadonlyMap<string, string>
  mishaps: readonly Mishap[]
}

const NOT_PARSED = /^(?:Parse failure|Transform failed)/

/** What a run tells about one lesson, whose file had this text. */
export async function judge(
  lesson: Lesson,
  source: string,
  remains: Remains,
): Promise<Pick<LessonResult, 'passed' | 'tests' | 'problems'>> {
  const module = remains.testModules.find(({ moduleId }) => moduleId === lesson.spec)
  const tests = module ? locatedTests(module, lesson, source, remains) : []
  const ending = explainEnding(remains, lesson, source, tests, lineOfLonelyAwait)
  const problems = ending ? [ending] : await problemsOf(module, lesson, source, tests, remains)
  const passed = !problems.length && tests.length > 0 && tests.every(({ state }) => state === 'passed')
  return { passed, tests, problems: unique(problems) }
}

function locatedTests(
  module: TestModule,
  lesson: Lesson,
  source: string,
  { console, mishaps }: Remains,
): TestResult[] {
  return collectTests(module, lesson.exercise).map((test) => {
    const slips = mishaps.filter((slip) => slip.test === test.id && placeIn(slip.stack, lesson.exercise))
    const logs = [console.get(test.id), ...slips.map(({ message, stack }) => `${message}\n${stack}`)]
    const failure =
      test.failure && locateFailure(test.failure, test.task, lesson, { source, console: logs.join('\n') })
    return { ...test, failure }
  })
}

async function problemsOf(
  module: TestModule | undefined,
  lesson: Lesson,
  source: string,
  tests: readonly TestResult[],
  { mishaps, unhandledErrors }: Remains,
): Promise<Failure[]> {
  // A red test has its own sentence, which knows more; what nobody awaited shows once it is green.
  const red = tests.some(({ failure }) => failure && failure.kind !== 'todo')
  const loose = (unhandledErrors as TestError[]).filter((error) => concerns(error, lesson))
  const errors = [...(module?.errors() ?? []), ...(red ? [] : loose)] as TestError[]
  return [
    ...mishaps.flatMap((mishap) => forbidden(mishap, lesson, red)),
    ...(await Promise.all(errors.map((error) => explainProblem(error, lesson, source)))),
  ]
}

/** What is wrong even if the tests pass, or if the code goes on as if nothing had happened. */
function forbidden({ kind, message, stack }: Mishap, { exercise }: Lesson, red: boolean): Failure[] {
  const place = placeIn(stack, exercise)
  const sentence = kind === 'refused' || !red ? explainMishap(message) : undefined
  return sentence && place ? [{ sentence, place }] : []
}

async function explainProblem(error: TestError, lesson: Lesson, source: string): Promise<Failure> {
  const { exercise } = lesson
  // Vite found what our parser did not.
  if (NOT_PARSED.test(`${error.message}`)) {
    const { sentence, line = 1 } = await explainWrongSyntax(basename(exercise), source)
    return { sentence, place: { file: exercise, line } }
  }
  const failure = explainLooseError(error, exercise)
  // Something that is no error has no stack; its `throw` may be easy to find.
  const line = readThrown(error).isError ? undefined : lineOfOddThrow(source)
  return line ? { ...failure, place: { file: exercise, line } } : failure
}

function concerns(error: TestError, lesson: Lesson): boolean {
  const where = String((error as { VITEST_TEST_PATH?: string }).VITEST_TEST_PATH ?? lesson.spec)
  return where === lesson.spec || (where.startsWith('file:') && fileURLToPath(where) === lesson.spec)
}

function unique(failures: readonly Failure[]): Failure[] {
  return [...new Map(failures.map((failure) => [failure.sentence, failure])).values()]
}
