// From what a run left behind to what the learner is told, with the terminal's own sentences.
import type { TestError } from 'vitest'
import type { Lesson } from '../../curriculum/lesson.ts'
import { explainEnding } from '../../verdict/explain/ending.ts'
import { explainLooseError, explainTestError } from '../../verdict/explain/explain.ts'
import { locateFailure } from '../../verdict/explain/locate.ts'
import { placeIn } from '../../verdict/explain/server-error.ts'
import { explainMishap } from '../../verdict/explain/slips.ts'
import { TEXTS } from '../../verdict/explain/texts.ts'
import type { Failure, LessonResult, TestResult } from '../../verdict/model.ts'
import type { SentMishap } from '../protocol.ts'
import type { Remains, TestRemains } from './remains.ts'
import { explainWrongSyntax } from './wrong-syntax.ts'

// What the page does not know, for it has no parser: what keeps a text from loading.
const UNKNOWN = () => undefined

/** What a run tells about one lesson, whose file had this text. */
export function judge(
  lesson: Lesson,
  source: string,
  remains: Remains,
): Pick<LessonResult, 'passed' | 'tests' | 'problems'> {
  const tests = remains.tests.map((test) => toResult(test, lesson, source, remains))
  const ending = explainEnding(remains, lesson, source, tests, UNKNOWN)
  const problems = ending ? [ending] : problemsOf(lesson, source, tests, remains)
  const passed = !problems.length && tests.length > 0 && tests.every(({ state }) => state === 'passed')
  return { passed, tests, problems: unique(problems) }
}

function toResult(
  { id, title, task, state, errors }: TestRemains,
  lesson: Lesson,
  source: string,
  { console, mishaps }: Remains,
): TestResult {
  const [error] = errors
  if (!error) return { id, title, task, state }
  const slips = mishaps.filter(({ test, stack }) => test === id && placeIn(stack, lesson.exercise))
  const logs = [console.get(id), ...slips.map(({ message, stack }) => `${message}\n${stack}`)]
  const told = explainTestError(error as TestError, lesson.exercise)
  return {
    id,
    title,
    task,
    state,
    failure: locateFailure(told, task, lesson, { source, console: logs.join('\n') }),
  }
}

function problemsOf(
  lesson: Lesson,
  source: string,
  tests: readonly TestResult[],
  { syntax, died, mishaps, errors, loose }: Remains,
): Failure[] {
  if (syntax) return [explainWrongSyntax(lesson, source, syntax)]
  if (died) return [{ sentence: TEXTS.died }]
  // A red test has its own sentence, which knows more; what nobody awaited shows once it is green.
  const red = tests.some(({ failure }) => failure && failure.kind !== 'todo')
  return [
    ...mishaps.flatMap((mishap) => forbidden(mishap, lesson, red)),
    ...[...errors, ...(red ? [] : loose)].map((error) =>
      explainLooseError(error as TestError, lesson.exercise),
    ),
  ]
}

/** What is wrong even if the tests pass, or if the code goes on as if nothing had happened. */
function forbidden({ kind, message, stack }: SentMishap, { exercise }: Lesson, red: boolean): Failure[] {
  const place = placeIn(stack, exercise)
  const sentence = kind === 'refused' || !red ? explainMishap(message) : undefined
  return sentence && place ? [{ sentence, place }] : []
}

function unique(failures: readonly Failure[]): Failure[] {
  return [...new Map(failures.map((failure) => [failure.sentence, failure])).values()]
}
