import { relative } from 'node:path'
import { ROOT } from '../curriculum/paths.ts'
import { resetLesson } from '../learner/reset.ts'
import { TEXTS } from './learner-texts.ts'
import { complain, namedLesson } from './named-lesson.ts'

/** `npm run reinicia 3`: the starting file again, with a copy of what was there. */
export async function reset([name]: string[]): Promise<number> {
  const lesson = await namedLesson(name)
  if (!lesson) return complain(TEXTS.whichLesson('reinicia'))
  const file = relative(ROOT, lesson.exercise)
  const copy = resetLesson(lesson)
  console.log(
    copy ? TEXTS.resetDone(file, relative(ROOT, copy.path), lesson.number) : TEXTS.resetNothing(file),
  )
  return 0
}
