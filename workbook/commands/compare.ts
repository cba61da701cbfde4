import { compareLines, compareWithSolution } from '../learner/compare.ts'
import { lessonProgress } from '../learner/progress.ts'
import { paintFor } from '../session/report/paint.ts'
import { TEXTS as COMPARE } from '../verdict/comparison-texts.ts'
import { TEXTS } from './learner-texts.ts'
import { complain, namedLesson } from './named-lesson.ts'

/** `npm run compara 3 [si]`: the learner's file beside the solution; while it is red, only if they insist. */
export async function compare([name, ...answers]: string[]): Promise<number> {
  const lesson = await namedLesson(name)
  if (!lesson) return complain(TEXTS.whichLesson('compara'))
  if (!lessonProgress(lesson.slug).done && !insists(answers)) {
    console.log(COMPARE.stillRed(lesson.number))
    return 0
  }
  console.log(compareLines(compareWithSolution(lesson), paintFor(process.stdout)).join('\n'))
  return 0
}

/** «si» suffices: npm keeps a `--si` that has no `--` before it, and PowerShell keeps the `--`. */
function insists(answers: readonly string[]): boolean {
  return answers.some((answer) => /^(?:--)?s[ií]$/i.test(answer))
}
