import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestError } from 'vitest'
import type { TestModule, TestRunResult } from 'vitest/node'
import type { Lesson } from '../curriculum/lessons.ts'
import { collectTests } from './collect.ts'
import { lineOfTask } from './exercise-source.ts'
import { explainLooseError, explainMishap } from './explain.ts'
import { MEMORY_MB } from './limits.mjs'
import { locateFailure } from './locate.ts'
import type { Failure, LessonResult, Place, TestResult } from './model.ts'
import { explainWrongSyntax } from './preflight.ts'
import { placeIn } from './server-error.ts'
import { lineOfLonelyAwait, lineOfOddThrow, lineOfOnlyConsole } from './suspects.ts'
import { TEXTS } from './texts.ts'
import { readThrown } from './thrown.ts'
import type { Ending } from './watchdog.ts'
import type { Cause, Mishap } from './worker-news.ts'

/** All that a run left behind. */
export interface Remains extends Pick<TestRunResult, 'testModules' | 'unhandledErrors'> {
  /** What the learner's code wrote, by test id. */
  console: ReadonlyMap<string, string>
  mishaps: readonly Mishap[]
  /** Why the run did not end by itself, if so, and where the code was. */
  ending?: Ending | Cause
  place?: Place
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
  const problems = endingOf(lesson, source, tests, remains) ?? [
    ...worseThanRed(lesson, tests, remains.mishaps),
    ...(await looseProblems(lesson, source, module, remains)),
  ]
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
    const log = [console.get(test.id), ...slips.map(({ message, stack }) => `${message}\n${stack}`)].join(
      '\n',
    )
    const failure = test.failure && locateFailure(test.failure, test.task, lesson, { source, console: log })
    return { ...test, failure }
  })
}

/** What the tests cannot tell: they pass, or the code that is to blame goes on as if nothing had happened. */
function worseThanRed(
  { exercise }: Lesson,
  tests: readonly TestResult[],
  mishaps: readonly Mishap[],
): Failure[] {
  const red = tests.some(({ state }) => state === 'failed')
  return mishaps.flatMap(({ kind, message, stack }) => {
    const place = placeIn(stack, exercise)
    const sentence = kind === 'refused' || !red ? explainMishap(message) : undefined
    return sentence && place ? [{ sentence, place }] : []
  })
}

/** The run did not end by itself: that explains all that is missing. */
function endingOf(
  lesson: Lesson,
  source: string,
  tests: readonly TestResult[],
  { ending, place }: Remains,
): Failure[] | undefined {
  const complete = tests.length > 0 && tests.every(({ state }) => state !== 'pending')
  if (!ending || (complete && ending !== 'flood')) return undefined
  const sentence =
    ending === 'stuck' ? TEXTS.loop : ending === 'memory' ? TEXTS.memory(MEMORY_MB) : TEXTS[ending]
  const line = suspectLine(ending, source, lesson, tests)
  return [{ sentence, place: place ?? (line ? { file: lesson.exercise, line } : undefined) }]
}

/** Where to look if the code itself could not say where it was. */
function suspectLine(
  ending: Ending | Cause,
  source: string,
  { manifest }: Lesson,
  tests: readonly TestResult[],
): number | undefined {
  if (ending === 'hang') return lineOfLonelyAwait(source)
  if (ending === 'flood') return lineOfOnlyConsole(source)
  const { task } = tests.find(({ state }) => state === 'pending') ?? {}
  if (!task) return undefined
  return lineOfTask(source, manifest.tareas.findIndex(({ nombre }) => nombre === task) + 1, task)
}

async function looseProblems(
  lesson: Lesson,
  source: string,
  module: TestModule | undefined,
  { unhandledErrors }: Remains,
): Promise<Failure[]> {
  const loose = (unhandledErrors as TestError[]).filter((error) => concerns(error, lesson))
  const errors = [...(module?.errors() ?? []), ...loose] as TestError[]
  const problems = errors.map(async (error) =>
    NOT_PARSED.test(`${error.message}`)
      ? syntaxProblem(lesson, source)
      : locateOddThrow(error, explainLooseError(error, lesson.exercise), lesson, source),
  )
  return Promise.all(problems)
}

/** Something that is no error has no stack; its `throw` may be easy to find. */
function locateOddThrow(error: TestError, failure: Failure, lesson: Lesson, source: string): Failure {
  const line = readThrown(error).isError ? undefined : lineOfOddThrow(source)
  return line ? { ...failure, place: { file: lesson.exercise, line } } : failure
}

/** Vite found what our parser did not. */
async function syntaxProblem({ exercise }: Lesson, source: string): Promise<Failure> {
  const { sentence, line } = await explainWrongSyntax(basename(exercise), source)
  return { sentence, place: { file: exercise, line: line ?? 1 } }
}

function concerns(error: TestError, lesson: Lesson): boolean {
  const where = String((error as { VITEST_TEST_PATH?: string }).VITEST_TEST_PATH ?? lesson.spec)
  return where === lesson.spec || (where.startsWith('file:') && fileURLToPath(where) === lesson.spec)
}

function unique(failures: readonly Failure[]): Failure[] {
  return [...new Map(failures.map((failure) => [failure.sentence, failure])).values()]
}
