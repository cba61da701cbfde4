import { readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { specificationOf } from '../../curriculum/originals.ts'
import { ROOT } from '../../curriculum/paths.ts'
import { type LessonProgress, type Progress, UNTOUCHED } from '../../learner/progress.ts'
import type { Failure, LessonResult, Place, TestResult } from '../../verdict/model.ts'
import { countGreen } from '../../verdict/rows.ts'
import type {
  FailureReport,
  LessonReport,
  PlaceReport,
  ProgressReport,
  Report,
  TestReport,
  Totals,
} from './json.ts'

/** What a report says of the copy that it comes from. */
export interface Origin extends Partial<Pick<Report, 'final' | 'student' | 'commit'>> {
  date?: Date
}

/** Puts together what a run found and what is remembered of each lesson. */
export function createReport(
  results: readonly LessonResult[],
  progress: Progress,
  { final = false, date = new Date(), student, commit }: Origin = {},
): Report {
  const lessons = results.map((result) => lessonReport(result, progress[result.lesson.slug] ?? UNTOUCHED))
  return {
    version: 1,
    workbook: JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version,
    date: date.toISOString(),
    node: process.versions.node,
    student,
    commit,
    final,
    lessons,
    totals: totalsOf(lessons),
  }
}

function lessonReport(result: LessonResult, progress: LessonProgress): LessonReport {
  const { number, slug, manifest } = result.lesson
  return {
    number,
    slug,
    title: manifest.titulo,
    passed: result.passed,
    specification: specificationOf(result.lesson),
    tests: result.tests.map(testReport),
    problems: result.problems.map(failureReport),
    progress: progressReport(manifest.tareas, progress),
  }
}

function testReport({ title, task, state, failure, duration }: TestResult): TestReport {
  const milliseconds = duration === undefined ? undefined : Math.round(duration)
  return { title, task, state, milliseconds, ...(failure && failureReport(failure)) }
}

function failureReport({ sentence, expected, received, thrown, place }: Failure): FailureReport {
  return { sentence, expected, received, thrown, place: place && placeReport(place) }
}

function placeReport({ file, line }: Place): PlaceReport {
  return { file: relative(ROOT, file).split(sep).join('/'), line }
}

/** Only the tasks that the lesson has now: an older version may have left others behind. */
function progressReport(
  tasks: LessonResult['lesson']['manifest']['tareas'],
  { failures, hints, time, solvedAt }: LessonProgress,
): ProgressReport {
  const byTask = tasks.map(({ nombre, pistas }) => ({
    name: nombre,
    hintsOpened: hints[nombre]?.rung ?? 0,
    hintsTotal: pistas.length,
  }))
  return {
    failures,
    hintsOpened: sum(byTask.map(({ hintsOpened }) => hintsOpened)),
    hintsTotal: sum(byTask.map(({ hintsTotal }) => hintsTotal)),
    tasks: byTask,
    milliseconds: time,
    solvedAt: isoDate(solvedAt),
  }
}

/** The file that it comes from may have been edited by hand. */
function isoDate(text = ''): string | undefined {
  const date = new Date(text)
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString()
}

function totalsOf(lessons: readonly LessonReport[]): Totals {
  return {
    lessons: lessons.length,
    lessonsPassed: lessons.filter(({ passed }) => passed).length,
    tests: sum(lessons.map(({ tests }) => tests.length)),
    testsPassed: sum(lessons.map(({ tests }) => countGreen(tests))),
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
