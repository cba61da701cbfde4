import type { Lesson } from '../curriculum/lesson.ts'
import { LESSON_COUNT, loadLesson } from '../curriculum/lessons.ts'

/** The lesson with the number that this text is; nothing if it is none. */
export async function namedLesson(name: string | undefined): Promise<Lesson | undefined> {
  const number = Number(name)
  const known = Number.isInteger(number) && number >= 1 && number <= LESSON_COUNT
  return known ? loadLesson(number) : undefined
}

/** Tells what went wrong. Gives the exit code of a command that failed. */
export function complain(sentence: string): number {
  console.error(sentence)
  return 1
}
