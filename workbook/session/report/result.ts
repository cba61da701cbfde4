import { byTask, firstFailed } from '../../verdict/marks.ts'
import type { Failure, LessonResult, TestResult } from '../../verdict/model.ts'
import { countText } from '../../verdict/rows.ts'
import { TEXTS } from '../../verdict/texts.ts'
import { failureLines } from './failure.ts'
import { type Paint, paintMark } from './paint.ts'

/** The whole result of a lesson: each test with its mark and, under the first ✗, what happened. */
export function resultLines(result: LessonResult, paint: Paint): string[] {
  const first = result.problems.length ? undefined : firstFailed(result)
  return [
    ...result.problems.flatMap((problem) => problemLines(problem, paint)),
    ...byTask(result.tests).flatMap(({ task, tests }) => [
      paint('bold', `  ${task}`),
      ...tests.flatMap((test) => testLines(test, test === first, paint)),
    ]),
  ]
}

/** How many are green, and whether that is all of them. */
export function summaryLine(result: LessonResult, paint: Paint): string {
  const { tests, passed, duration } = result
  const time = duration === undefined || !tests.length ? '' : TEXTS.milliseconds(duration)
  return paint(passed ? 'green' : 'red', countText(tests)) + time
}

function problemLines(problem: Failure, paint: Paint): string[] {
  const [sentence = '', ...rest] = failureLines(problem, 2, paint)
  return [sentence.replace('  ', `${paintMark('failed', paint)} `), ...rest, '']
}

function testLines(test: TestResult, explain: boolean, paint: Paint): string[] {
  const line = `    ${paintMark(test.state, paint)} ${test.title}`
  return explain && test.failure ? [line, ...failureLines(test.failure, 8, paint)] : [line]
}
