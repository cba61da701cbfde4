import type { Lesson } from '../curriculum/lesson.ts'
import { LESSONS, loadLesson } from '../curriculum/lessons.ts'

/** The lesson with the number that this text is; nothing if it is none. */
export async function namedLesson(name: string | undefined): Promise<Lesson | undefined> {
  const found = LESSONS.find(({ number }) => number === Number(name))
  return found && loadLesson(found.number)
}

/** Tells what went wrong. Gives the exit code of a command that failed. */
export function complain(sentence: string): number {
  console.error(sentence)
  return 1
}
