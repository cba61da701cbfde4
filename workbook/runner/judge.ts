// From what Vitest tells of a run to the facts that are judged.
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestError } from 'vitest'
import type { TestRunResult } from 'vitest/node'
import type { Lesson } from '../curriculum/lesson.ts'
import type { Ended } from '../verdict/explain/ending.ts'
import { explainLooseError } from '../verdict/explain/explain.ts'
import { readThrown } from '../verdict/explain/thrown.ts'
import { judgeRun, type LessonRun } from '../verdict/judge.ts'
import type { Failure, LessonResult, Place } from '../verdict/model.ts'
import { collectTests } from './collect.ts'
import { explainWrongSyntax } from './preflight.ts'
import type { Span } from './stopped.ts'
import { lineOfLonelyAwait, lineOfOddThrow } from './suspects.ts'

/** All that a run left behind. */
export interface Remains
  extends Ended,
    Pick<TestRunResult, 'testModules' | 'unhandledErrors'>,
    Pick<LessonRun, 'console' | 'mishaps'> {
  /** When its workers were slow and not silent. */
  slow: readonly Span[]
  /** When it ended, by `Date.now()`. */
  end: number
}

/** What a run leaves that did not take place. */
export const NOTHING: Remains = {
  testModules: [],
  unhandledErrors: [],
  console: new Map(),
  mishaps: [],
  slow: [],
  end: 0,
}

const NOT_PARSED = /^(?:Parse failure|Transform failed)/

/** What a run tells about one lesson, whose file had this text. */
export async function judge(
  lesson: Lesson,
  source: string,
  remains: Remains,
): Promise<Pick<LessonResult, 'passed' | 'tests' | 'problems' | 'printed'>> {
  const { exercise, spec } = lesson
  const module = remains.testModules.find(({ moduleId }) => moduleId === spec)
  const loose = (remains.unhandledErrors as TestError[]).filter((error) => concerns(error, lesson))
  const explain = (errors: readonly TestError[]) =>
    Promise.all(errors.map((error) => explainProblem(error, lesson, source)))
  return judgeRun(lesson, source, {
    ...remains,
    place: remains.place ?? placeOfHang(remains, lesson, source),
    tests: module ? collectTests(module, exercise) : [],
    problems: await explain((module?.errors() ?? []) as TestError[]),
    loose: await explain(loose),
  })
}

function placeOfHang({ ending }: Ended, { exercise }: Lesson, source: string): Place | undefined {
  const line = ending === 'hang' ? lineOfLonelyAwait(source) : undefined
  return line ? { file: exercise, line } : undefined
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

/** Whether it is known in which specification an error happened. */
export function isPlaced(error: unknown): boolean {
  return Boolean((error as { VITEST_TEST_PATH?: string }).VITEST_TEST_PATH)
}

function concerns(error: TestError, lesson: Lesson): boolean {
  const where = String((error as { VITEST_TEST_PATH?: string }).VITEST_TEST_PATH ?? lesson.spec)
  return where === lesson.spec || (where.startsWith('file:') && fileURLToPath(where) === lesson.spec)
}
