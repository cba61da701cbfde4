import { placeText } from '../report/failure.ts'
import { firstFailed, MARKS } from '../report/result.ts'
import { countText, lessonRows, type Row, taskRows } from '../report/rows.ts'
import { TEXTS as REPORT } from '../report/texts.ts'
import type { LessonResult } from '../runner/model.ts'
import type { SessionState } from '../session/state.ts'
import { TEXTS } from '../session/texts.ts'
import { lessonPage } from '../site/lesson-page.ts'

/** What a page of the site tells of a session. Its texts are the terminal's, and the page adds none. */
export interface LiveStatus {
  /** The lesson, or the final exercise. */
  title: string
  /** Path of its page inside of the site, without slash or extension. */
  page: string
  /** That it is checking or, if not, how many are green. */
  summary: string
  /** Of the last run; empty before the first one. */
  rows: LiveRow[]
  /** What the terminal explains of the last run: the first thing that failed. */
  failure?: LiveFailure
  /** Said of a last run that was all green. */
  praise?: string
  /** Slugs of the lessons that were green in the last run. */
  solved: string[]
}

/** A task or, in the final exercise, a lesson. */
export interface LiveRow {
  state: Row['state']
  mark: string
  title: string
  /** Empty if its tests could not start. */
  count: string
}

export interface LiveFailure {
  /** What failed, unless it is something outside of any test. */
  test?: string
  sentence: string
  /** `archivo:línea` */
  place?: string
}

/** What a page has to know of the session, and nothing else: no token, no path of the machine. */
export function liveStatus({ choice, checking, results }: SessionState): LiveStatus {
  const [lesson] = choice.lessons
  const rows = choice.allMine ? lessonRows(results) : results.flatMap(taskRows)
  const broken = results.find(({ passed }) => !passed)
  return {
    title: choice.allMine || !lesson ? REPORT.final : REPORT.lesson(lesson.number, lesson.manifest.titulo),
    page: lessonPage(choice),
    summary: checking ? TEXTS.checking : summary(results, choice.allMine),
    rows: rows.map(liveRow),
    failure: broken && failureOf(broken),
    praise: results.length && !broken ? (choice.allMine ? TEXTS.allDone : REPORT.solved) : undefined,
    solved: results.filter(({ passed }) => passed).map(({ lesson }) => lesson.slug),
  }
}

function summary(results: readonly LessonResult[], allMine: boolean): string {
  const solved = results.filter(({ passed }) => passed).length
  return allMine ? REPORT.progress(solved, results.length) : countText(results.flatMap(({ tests }) => tests))
}

function liveRow({ title, tests, state }: Row): LiveRow {
  return { state, mark: MARKS[state], title, count: tests.length ? countText(tests) : '' }
}

function failureOf(result: LessonResult): LiveFailure | undefined {
  const [problem] = result.problems
  const failed = problem ? undefined : firstFailed(result)
  const failure = problem ?? failed?.failure
  if (!failure) return undefined
  const { sentence, place } = failure
  return { test: failed?.title, sentence, place: place && placeText(place) }
}
