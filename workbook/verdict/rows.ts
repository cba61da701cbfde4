import type { LessonResult, TestResult } from './model.ts'
import { TEXTS } from './texts.ts'

/** A line of the short result: a task of a lesson or, in the final exercise, a whole lesson. */
export interface Row {
  /** «1. Leer la duración …» */
  title: string
  tests: readonly TestResult[]
  green: number
  /** `pending`: none of its tests could run. */
  state: TestResult['state']
}

/** One row per task of the lesson, in order. */
export function taskRows({ lesson, tests }: LessonResult): Row[] {
  return lesson.manifest.tareas.map(({ nombre, titulo }, index) =>
    row(
      `${index + 1}. ${titulo}`,
      tests.filter(({ task }) => task === nombre),
    ),
  )
}

/** One row per lesson of the final exercise, in order. */
export function lessonRows(results: readonly LessonResult[]): Row[] {
  return results.map(({ lesson, tests }) => row(`${lesson.number}. ${lesson.manifest.titulo}`, tests))
}

/** How many of these tests are green. */
export function countGreen(tests: readonly Pick<TestResult, 'state'>[]): number {
  return tests.filter(({ state }) => state === 'passed').length
}

/** How many of these tests are green, or that there are none because they could not start. */
export function countText(tests: readonly TestResult[]): string {
  return tests.length ? TEXTS.summary(countGreen(tests), tests.length) : TEXTS.noTests
}

function row(title: string, tests: readonly TestResult[]): Row {
  const green = countGreen(tests)
  const state = !tests.length ? 'pending' : green === tests.length ? 'passed' : 'failed'
  return { title, tests, green, state }
}
