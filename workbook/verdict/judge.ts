import type { Lesson } from '../curriculum/lesson.ts'
import { type Ended, explainEnding } from './explain/ending.ts'
import { locateFailure } from './explain/locate.ts'
import { placeIn } from './explain/server-error.ts'
import { explainMishap } from './explain/slips.ts'
import { TEXTS } from './explain/texts.ts'
import type { Failure, LessonResult, TestResult } from './model.ts'
import { shownOf } from './printed.ts'

/** Something that went wrong in the learner's code, even if somebody caught it. */
export interface Mishap {
  /** `refused`: a call or an assignment that no exercise may do; `slip`: an error that Express caught. */
  kind: 'refused' | 'slip'
  /** With its class. */
  message: string
  stack: string
  /** Id of the test that was running, if one was. */
  test?: string
}

/** The facts of a run of one lesson, whoever ran it: a process of Node or a Worker of the page. */
export interface LessonRun extends Ended {
  /** With their failures as the tests themselves explain them. */
  tests: readonly TestResult[]
  /** What was written while each test ran, by its id; under any other id, what no test wrote. */
  console: ReadonlyMap<string, string>
  /** What of it the learner's own code wrote, if that is known. */
  printed?: ReadonlyMap<string, string>
  mishaps: readonly Mishap[]
  /** What went wrong outside of any test. */
  problems: readonly Failure[]
  /** What nobody caught or awaited. */
  loose: readonly Failure[]
}

/** What a run tells about a lesson, whose file had this text. */
export function judgeRun(
  lesson: Lesson,
  source: string,
  run: LessonRun,
): Pick<LessonResult, 'passed' | 'tests' | 'problems' | 'printed'> {
  const tests = run.tests.map((test) => located(test, lesson, source, run))
  const ending = explainEnding(run, lesson, source, tests)
  const problems = ending ? [ending] : problemsOf(lesson, tests, run)
  const passed = !problems.length && tests.length > 0 && tests.every(({ state }) => state === 'passed')
  // Whatever happened, what is not green says why.
  const silent = !passed && !problems.length && !tests.some(({ failure }) => failure)
  if (silent) problems.push({ kind: 'not-run', sentence: TEXTS.notRun })
  return { passed, tests, problems: unique(problems), printed: printedOutside(run) }
}

/** A runner may say which file or suite was on its turn. */
function printedOutside({ tests, console, printed = console }: LessonRun): string | undefined {
  const ids = new Set(tests.map(({ id }) => id))
  return shownOf([...printed].flatMap(([id, text]) => (ids.has(id) ? [] : [text])).join(''))
}

function located(
  test: TestResult,
  lesson: Lesson,
  source: string,
  { console, printed: written = console, mishaps }: LessonRun,
): TestResult {
  const printed = shownOf(written.get(test.id))
  if (!test.failure) return printed ? { ...test, printed } : test
  const slips = mishaps.filter((slip) => slip.test === test.id && placeIn(slip.stack, lesson.exercise))
  // First what is known to be a slip: a log may tell of an error that the test wanted.
  const logs = [...slips.map(({ message, stack }) => `${message}\n${stack}`), console.get(test.id)]
  return {
    ...test,
    ...(printed && { printed }),
    failure: locateFailure(test.failure, test.task, lesson, { source, console: logs.join('\n') }),
  }
}

function problemsOf(lesson: Lesson, tests: readonly TestResult[], run: LessonRun): Failure[] {
  // A red test has its own sentence, which knows more; what nobody awaited shows once it is green.
  const red = tests.some(({ failure }) => failure && failure.kind !== 'todo')
  return [
    ...run.mishaps.flatMap((mishap) => forbidden(mishap, lesson, red)),
    ...run.problems,
    ...(red ? [] : run.loose),
  ]
}

/** What is wrong even if the tests pass, or if the code goes on as if nothing had happened. */
function forbidden({ kind, message, stack }: Mishap, { exercise }: Lesson, red: boolean): Failure[] {
  const place = placeIn(stack, exercise)
  const sentence = kind === 'refused' || !red ? explainMishap(message) : undefined
  return sentence && place ? [{ sentence, place }] : []
}

function unique(failures: readonly Failure[]): Failure[] {
  return [...new Map(failures.map((failure) => [failure.sentence, failure])).values()]
}

/** Whether the tests of a lesson ran: if not, nothing is known of it. */
export function didRun({ problems }: Pick<LessonResult, 'problems'>): boolean {
  return !problems.some(({ kind }) => kind === 'not-run')
}
