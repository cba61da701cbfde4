import { firstFailed } from '../../../workbook/verdict/marks.ts'
import type { LessonResult } from '../../../workbook/verdict/model.ts'
import { DESK } from './texts.ts'

/** A run in one line: how many are green and which TODO comes next. */
export function statusLine(results: readonly LessonResult[]): string {
  const tests = results.flatMap((result) => result.tests)
  if (!tests.length) return ''
  const passed = tests.filter(({ state }) => state === 'passed').length
  const red = results.find((result) => !result.passed)
  const todo =
    red && red.lesson.manifest.tareas.findIndex(({ nombre }) => nombre === firstFailed(red)?.task) + 1
  return [DESK.green(passed, tests.length), todo ? DESK.todo(todo) : red ? '' : DESK.allGreen]
    .filter(Boolean)
    .join(' · ')
}
