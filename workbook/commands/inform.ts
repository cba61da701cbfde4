import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { loadBook } from '../curriculum/lessons.ts'
import { ROOT } from '../curriculum/paths.ts'
import { progressIfReadable, rememberGreen } from '../learner/progress.ts'
import { TEXTS as SHARED } from '../verdict/texts.ts'
import { keep } from './keep.ts'
import { complain } from './named-lesson.ts'
import { informPage } from './reports/page.ts'
import { createReport } from './reports/report.ts'
import { runOnce } from './reports/run-once.ts'
import { commitOfCopy, studentName } from './reports/student.ts'
import { TEXTS as REPORTS } from './reports/texts.ts'
import { tryToWrite } from './reports/write.ts'

const FILE = join(ROOT, '.cuaderno', 'informe.html')
const DATA = join(ROOT, '.cuaderno', 'informe.json')

/** `npm run informe`: runs all lessons once and writes a page for the teacher. Fails only if it cannot. */
export async function inform(args: string[]): Promise<number> {
  if (args.length) return complain(REPORTS.noArguments(args.join(' ')))
  console.log(SHARED.checking)
  const results = await runOnce(await loadBook(), false)
  // To ask for the report is no attempt: what is red stays as it was counted.
  const unkept = keep(() => {
    for (const { lesson, passed } of results) if (passed) rememberGreen(lesson.slug)
  })
  const shown = relative(ROOT, FILE)
  const student = studentName()
  const report = createReport(results, progressIfReadable(), { student, commit: commitOfCopy() })
  // The same for a program: whoever grades many compares them.
  const refused =
    tryToWrite(FILE, shown, informPage(report, student)) ??
    tryToWrite(DATA, relative(ROOT, DATA), `${JSON.stringify(report, null, 2)}\n`)
  if (refused) return complain(refused)
  console.log(REPORTS.informWritten(shown, pathToFileURL(FILE).href))
  return unkept ? complain(unkept) : 0
}
