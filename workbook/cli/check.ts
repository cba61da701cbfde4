import { type Lesson, loadLessons } from '../curriculum/lessons.ts'
import { rememberRun } from '../progress/progress.ts'
import { paintFor } from '../report/paint.ts'
import { resultLines, summaryLine } from '../report/result.ts'
import { progressTable } from '../report/table.ts'
import { createRunner } from '../runner/learner-runner.ts'
import type { LessonResult } from '../runner/model.ts'
import { chooseLesson } from './lesson-choice.ts'
import { TEXTS } from './texts.ts'

const paint = paintFor(process.stdout)

/** `npm run check [n | final]`: one run of the learner's exercises. The exit code is 0 if all is green. */
export async function check([name]: string[]): Promise<number> {
  const { lessons, allMine } = name
    ? await chooseLesson(name)
    : { lessons: await loadLessons(), allMine: false }
  const results = await runOnce(lessons, allMine)
  if (!allMine) for (const { lesson, passed } of results) rememberRun(lesson.slug, passed)
  console.log(
    (results.length === 1 ? detail(results[0] as LessonResult) : progressTable(results, paint)).join('\n'),
  )
  return results.every(({ passed }) => passed) ? 0 : 1
}

async function runOnce(lessons: Lesson[], allMine: boolean): Promise<LessonResult[]> {
  console.log(TEXTS.checking)
  const runner = await createRunner(lessons, { allMine })
  try {
    return await runner.run()
  } finally {
    await runner.close()
  }
}

function detail(result: LessonResult): string[] {
  return [...resultLines(result, paint), '', summaryLine(result, paint)]
}
