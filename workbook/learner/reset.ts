import type { Lesson } from '../curriculum/lesson.ts'
import { stubOf } from '../curriculum/write-stubs.ts'
import { bringBack, COPIES_FOLDER, type Copy, copyOfPresent, keepCopy, listCopies } from './copies.ts'
import { writeWhole } from './write-whole.ts'

/** Puts the starting file back and gives the copy of what was there; nothing if there was no work in it. */
export function resetLesson(lesson: Lesson, folder = COPIES_FOLDER): Copy | undefined {
  const copy = keepCopy(lesson, 'reinicio', folder) ?? copyOfPresent(lesson, folder)
  writeWhole(lesson.exercise, stubOf(lesson))
  return copy
}

/** Brings back what the last reset replaced, after keeping what is there now; nothing if there was none. */
export function undoReset(lesson: Lesson, folder = COPIES_FOLDER): Copy | undefined {
  const copy = listCopies(lesson.slug, folder).find(({ reason }) => reason === 'reinicio')
  if (copy) bringBack(copy, lesson, folder)
  return copy
}
