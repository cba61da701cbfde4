import type { Lesson } from '../curriculum/lesson.ts'
import { compareTexts, type DiffLine } from '../verdict/diff-lines.ts'
import { textOf } from './exercise-text.ts'

/** The learner's file beside the solution, line by line. */
export function compareWithSolution({ exercise, solution }: Lesson): DiffLine[] {
  return compareTexts(textOf(exercise), textOf(solution))
}
