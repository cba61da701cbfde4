import { readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
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

/** Puts together what a run found and what is remembered of each lesson. */
export function createReport(
  results: readonly LessonResult[],
  progress: Progress,
  { final = false, date = new Date() } = {},
): Report {
  const lessons = results.map((result) => lessonReport(result, progress[result.lesson.slug] ?? UNTOUCHED))
  return {
    version: 1,
    workbook: JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version,
    date: date.toISOString(),
    node: process.versions.node,
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
    tests: result.tests.map(testReport),
    problems: result.problems.map(failureReport),
    progress: progressReport(manifest.tareas, progress),
  }
}

function testReport({ title, task, state, failure }: TestResult): TestReport {
  return { title, task, state, ...(failure && failureReport(failure)) }
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
  return {
    failures,
    hintsOpened: sum(tasks.map(({ nombre }) => hints[nombre]?.rung ?? 0)),
    hintsTotal: sum(tasks.map(({ pistas }) => pistas.length)),
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
