import { relative } from 'node:path'
import { ROOT } from '../curriculum/paths.ts'
import { undoReset } from '../learner/reset.ts'
import { TEXTS } from './learner-texts.ts'
import { complain, namedLesson } from './named-lesson.ts'

/** `npm run deshaz 3`: what was there before the last reset. */
export async function undo([name]: string[]): Promise<number> {
  const lesson = await namedLesson(name)
  if (!lesson) return complain(TEXTS.whichLesson('deshaz'))
  if (!undoReset(lesson)) return complain(TEXTS.nothingToUndo(lesson.number))
  console.log(TEXTS.undone(relative(ROOT, lesson.exercise)))
  return 0
}
