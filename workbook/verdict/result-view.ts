import { firstFailed, MARKS } from './marks.ts'
import type { LessonResult, Place } from './model.ts'
import { countText, lessonRows, type Row, taskRows } from './rows.ts'
import { TEXTS } from './texts.ts'

/** What a page shows of a run. Its texts are the terminal's, and the page adds none. */
export interface ResultView {
  /** How many are green. */
  summary: string
  /** Empty before the first run. */
  rows: ResultRow[]
  /** What the terminal explains: the first thing that failed. */
  failure?: FailureView
  /** Said of a run that was all green. */
  praise?: string
}

/** What a page of the site tells of a session: its texts are the terminal's, and the page adds none. */
export interface LiveStatus extends ResultView {
  /** The lesson, or the final exercise. */
  title: string
  /** Path of its page inside of the site, without slash or extension. */
  page: string
  /** That it is checking or, if not, how many are green. */
  summary: string
  /** Slugs of the lessons that were green in the last run. */
  solved: string[]
}

/** A task or, in the final exercise, a lesson. */
export interface ResultRow {
  state: Row['state']
  mark: string
  title: string
  /** Empty if its tests could not start. */
  count: string
}

export interface FailureView {
  /** What failed, unless it is something outside of any test. */
  test?: string
  sentence: string
  /** `archivo:línea` */
  place?: string
}

/** What to show of the results of a lesson or, with `allMine`, of the final exercise. */
export function resultView(
  results: readonly LessonResult[],
  allMine: boolean,
  placeText: (place: Place) => string,
): ResultView {
  const rows = allMine ? lessonRows(results) : results.flatMap(taskRows)
  const broken = results.find(({ passed }) => !passed)
  return {
    summary: summary(results, allMine),
    rows: rows.map(rowView),
    failure: broken && failureView(broken, placeText),
    praise: broken ? undefined : praise(results, allMine),
  }
}

function praise(results: readonly LessonResult[], allMine: boolean): string | undefined {
  const last = results.at(-1)
  return last && (allMine ? TEXTS.allDone[last.lesson.part] : TEXTS.solved)
}

function summary(results: readonly LessonResult[], allMine: boolean): string {
  const solved = results.filter(({ passed }) => passed).length
  return allMine ? TEXTS.progress(solved, results.length) : countText(results.flatMap(({ tests }) => tests))
}

function rowView({ title, tests, state }: Row): ResultRow {
  return { state, mark: MARKS[state], title, count: tests.length ? countText(tests) : '' }
}

function failureView(result: LessonResult, placeText: (place: Place) => string): FailureView | undefined {
  const [problem] = result.problems
  const failed = problem ? undefined : firstFailed(result)
  const failure = problem ?? failed?.failure
  if (!failure) return undefined
  const { sentence, place } = failure
  return { test: failed?.title, sentence, place: place && placeText(place) }
}
