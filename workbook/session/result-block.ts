import { appOf } from '../curriculum/lesson.ts'
import { firstFailed, MARKS } from '../verdict/marks.ts'
import type { LessonResult, TestResult } from '../verdict/model.ts'
import { lessonRows, type Row, taskRows } from '../verdict/rows.ts'
import { TEXTS as SHARED } from '../verdict/texts.ts'
import { entryAfter } from './choice.ts'
import { failureLines } from './report/failure.ts'
import { type Paint, paintMark } from './report/paint.ts'
import type { Choice, SessionState } from './state.ts'
import { TEXTS } from './texts.ts'

/** The tasks with their tests, and the first failure explained. */
export function resultBlock({ choice, results }: SessionState, columns: number, paint: Paint): string[] {
  if (!results.length) return []
  if (choice.allMine) return finalBlock(choice, results, columns, paint)
  const [result] = results
  return result ? lessonBlock(choice, result, columns, paint) : []
}

/** What the key for the next lesson opens after this one. */
export function onwardText(choice: Choice): string {
  return entryAfter(choice)?.lesson ? TEXTS.goOn : TEXTS.goOnToFinal
}

function lessonBlock(choice: Choice, result: LessonResult, columns: number, paint: Paint): string[] {
  const failing = firstFailed(result)
  const tasks = taskRows(result).flatMap((row) => {
    const open = failing && row.tests.includes(failing) && !result.problems.length
    return [
      rowLine(row, columns, paint),
      ...(open ? row.tests.map((test) => testLine(test, columns, paint)) : []),
    ]
  })
  return [...tasks, '', ...explanation(choice, result, failing, columns, paint)]
}

function explanation(
  choice: Choice,
  result: LessonResult,
  failing: TestResult | undefined,
  columns: number,
  paint: Paint,
): string[] {
  const { passed, problems } = result
  const [problem] = problems
  if (problem) return [...failureLines(problem, 2, paint, columns), `  ${TEXTS.repair}`]
  if (failing?.failure) {
    const todo = failing.failure.kind === 'todo'
    return [
      `${paint('red', MARKS.failed)} ${failing.title}`,
      ...failureLines(failing.failure, 2, paint, columns),
      `  ${todo ? TEXTS.todo : TEXTS.fix}`,
    ]
  }
  if (!passed) return []
  return [paint('green', `${MARKS.passed} ${TEXTS.solved}`), `  ${onwardText(choice)}`]
}

function finalBlock(
  choice: Choice,
  results: readonly LessonResult[],
  columns: number,
  paint: Paint,
): string[] {
  const rows = lessonRows(results).map((row) => rowLine(row, columns, paint))
  const broken = results.find(({ passed }) => !passed)
  if (!broken) return [...rows, '', paint('green', SHARED.allDone[appOf(choice.lessons).part])]
  return [...rows, '', ...explanation(choice, broken, firstFailed(broken), columns, paint)]
}

/** One line: its mark, its title and how many of its tests are green. */
function rowLine({ title, tests, green, state }: Row, columns: number, paint: Paint): string {
  const count = tests.length ? `${green}/${tests.length}` : ''
  const room = columns - count.length - 4
  return `${paintMark(state, paint)} ${title.slice(0, room).padEnd(room)} ${count}`
}

function testLine({ state, title }: TestResult, columns: number, paint: Paint): string {
  return `    ${paintMark(state, paint)} ${title.slice(0, columns - 6)}`
}
