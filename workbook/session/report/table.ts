import { firstFailed } from '../../verdict/marks.ts'
import type { LessonResult } from '../../verdict/model.ts'
import { TEXTS } from '../../verdict/texts.ts'
import { failureLines } from './failure.ts'
import type { Paint } from './paint.ts'

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
  const green = tests.filter(({ state }) => state === 'passed').length
  const share = tests.length ? green / tests.length : 0
  const bar = '█'.repeat(Math.floor(share * BAR)).padEnd(BAR, '░')
  const state = problems.length ? TEXTS.problem : passed ? TEXTS.done : TEXTS.todo
  const mark = passed ? paint('green', '✓') : paint('red', '✗')
  const count = `${String(green).padStart(2)}/${String(tests.length).padEnd(2)}`
  return `${mark} ${lesson.number}. ${lesson.manifest.titulo.padEnd(width)}  ${bar} ${count}  ${state}`
}

function reason(result: LessonResult, paint: Paint): string[] {
  const failure = result.problems[0] ?? firstFailed(result)?.failure
  return failure ? failureLines(failure, 5, paint) : []
}
