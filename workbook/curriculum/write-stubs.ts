import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { Lesson } from './lesson.ts'
import { deriveStub } from './stub.ts'

/** The starting file of a lesson's exercise, derived from its solution. */
export function stubOf(lesson: Lesson): string {
  return deriveStub(readFileSync(lesson.solution, 'utf8'))
}

/** The lessons whose exercise on disk is not its starting file. */
export function differingStubs(lessons: readonly Lesson[]): Lesson[] {
  return lessons.filter(
    ({ exercise, ...lesson }) =>
      !existsSync(exercise) || readFileSync(exercise, 'utf8') !== stubOf({ exercise, ...lesson }),
  )
}

/** Writes the starting file of every lesson over its exercise. For authors: learners have work there. */
export function writeStubs(lessons: readonly Lesson[]): void {
  for (const lesson of lessons) writeFileSync(lesson.exercise, stubOf(lesson))
}
