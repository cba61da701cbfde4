import { firstFailed } from '../../verdict/marks.ts'
import type { LessonResult } from '../../verdict/model.ts'
import { countGreen } from '../../verdict/rows.ts'
import { TEXTS } from '../../verdict/texts.ts'
import { failureLines } from './failure.ts'
import { bar, type Paint, paintMark, plain } from './paint.ts'

const BAR = 20

/** One row per lesson with its progress, and under each that cannot be checked, why. */
export function progressTable(results: readonly LessonResult[], paint: Paint): string[] {
  const widest = Math.max(...results.map(({ lesson }) => lesson.manifest.titulo.length))
  const done = results.filter(({ passed }) => passed).length
  return [
    ...results.flatMap((result) => [row(result, widest, paint), ...reason(result, paint)]),
    '',
    TEXTS.progress(done, results.length),
  ]
}

function row({ lesson, passed, tests, problems }: LessonResult, width: number, paint: Paint): string {
  const green = countGreen(tests)
  const state = problems.length ? TEXTS.problem : passed ? TEXTS.done : TEXTS.todo
  const mark = paintMark(passed ? 'passed' : 'failed', paint)
  const count = `${String(green).padStart(2)}/${String(tests.length).padEnd(2)}`
  return `${mark} ${lesson.number}. ${lesson.manifest.titulo.padEnd(width)}  ${bar(green, tests.length, BAR, plain)} ${count}  ${state}`
}

function reason(result: LessonResult, paint: Paint): string[] {
  const failure = result.problems[0] ?? firstFailed(result)?.failure
  return failure ? failureLines(failure, 5, paint) : []
}
