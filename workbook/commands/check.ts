import { resolve } from 'node:path'
import type { Lesson } from '../curriculum/lesson.ts'
import { loadBook } from '../curriculum/lessons.ts'
import { differingStubs } from '../curriculum/write-stubs.ts'
import { textOf } from '../learner/exercise-text.ts'
import { progressIfReadable, remember, rememberAttempt, rememberGreen } from '../learner/progress.ts'
import { chooseLesson } from '../session/choice.ts'
import { paintFor } from '../session/report/paint.ts'
import { resultLines, summaryLine } from '../session/report/result.ts'
import { progressTable } from '../session/report/table.ts'
import { didRun } from '../verdict/judge.ts'
import { firstFailed } from '../verdict/marks.ts'
import type { LessonResult } from '../verdict/model.ts'
import { TEXTS as SHARED } from '../verdict/texts.ts'
import { keep } from './keep.ts'
import { complain } from './named-lesson.ts'
import type { Report } from './reports/json.ts'
import { junitXml } from './reports/junit.ts'
import { type CheckOptions, readOptions } from './reports/options.ts'
import { createReport } from './reports/report.ts'
import { runOnce } from './reports/run-once.ts'
import { commitOfCopy, studentName } from './reports/student.ts'
import { TEXTS as REPORTS } from './reports/texts.ts'
import { tryToWrite } from './reports/write.ts'

const LIST = new Intl.ListFormat('es')
const paint = paintFor(process.stdout)

/** `npm run check [n | final] [-- --tarea name]`: one run of the learner's exercises. The exit code is 0 if all is green. */
export async function check(args: string[]): Promise<number> {
  const options = readOptions(args)
  if ('refused' in options) return complain(options.refused)
  const { name, json, junit } = options
  const { lessons, allMine } = name ? await chooseLesson(name) : { lessons: await loadBook(), allMine: false }
  const unknown = options.task === undefined ? undefined : noSuchTask(options.task, lessons)
  if (unknown) return complain(unknown)
  if (!json && junit !== '') console.log(SHARED.checking)
  const whole = await runOnce(lessons, allMine)
  const results = options.task === undefined ? whole : whole.map((result) => ofTask(result, options.task))
  const unkept = allMine ? undefined : keep(() => rememberRuns(whole))
  const refused = tell(results, options, allMine) ?? unkept
  if (refused) return complain(refused)
  return results.every(({ passed }) => passed) ? 0 : 1
}

/** Prints, and writes if asked to, what the run found; gives the sentence if that cannot be. */
function tell(results: LessonResult[], { json, junit }: CheckOptions, final: boolean): string | undefined {
  // Git is asked for what leaves this copy, and is slow to answer.
  const leaves = json || junit !== undefined
  const origin = { final, ...(leaves && { student: studentName(), commit: commitOfCopy() }) }
  const report = createReport(results, progressIfReadable(), origin)
  if (json) console.log(JSON.stringify(report, null, 2))
  else if (junit === '') process.stdout.write(junitXml(report))
  else console.log([...forPeople(results), ...warnings(report)].join('\n'))
  if (!junit) return undefined
  const refused = tryToWrite(resolve(junit), junit, junitXml(report))
  if (!refused && !json) console.log(REPORTS.junitWritten(junit))
  return refused
}

function noSuchTask(task: string, lessons: readonly Lesson[]): string | undefined {
  const [lesson] = lessons
  const names = lesson?.manifest.tareas.map(({ nombre }) => nombre) ?? []
  return names.includes(task) ? undefined : REPORTS.noTask(task, lesson?.number ?? 0, LIST.format(names))
}

/** What a run found of one task: what keeps the file from loading is everybody's. */
function ofTask(result: LessonResult, wanted?: string): LessonResult {
  const tests = result.tests.filter(({ task }) => task === wanted)
  const green = tests.length > 0 && tests.every(({ state }) => state === 'passed')
  return { ...result, tests, passed: green && !result.problems.length }
}

/** Whoever reads a verdict has to know that it is not by these tests. */
function warnings({ lessons }: Report): string[] {
  return lessons.every(({ specification }) => specification.original) ? [] : ['', REPORTS.notOriginal]
}

function forPeople(results: LessonResult[]): string[] {
  const [result] = results
  if (!result || results.length > 1) return progressTable(results, paint)
  return [...resultLines(result, paint), '', summaryLine(result, paint)]
}

/** An exercise that nobody has touched is no failed attempt. */
function rememberRuns(results: readonly LessonResult[]): void {
  const touched = differingStubs(results.map(({ lesson }) => lesson))
  for (const result of results.filter(didRun)) {
    const { lesson, passed } = result
    if (passed) rememberGreen(lesson.slug)
    else {
      const red = firstFailed(result)?.task
      if (touched.includes(lesson)) rememberAttempt(lesson.slug, textOf(lesson.exercise), red)
      remember(lesson.slug, { done: false })
    }
  }
}
