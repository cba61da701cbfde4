// What the page knows of the lessons.
import type { Lesson } from '../curriculum/lesson.ts'
import type { OwnImports } from './protocol.ts'

/**
 * The lessons as the page gets them: the paths of a lesson are those of its project, not of a disk, and
 * its manifest comes without mistakes and questions.
 */
export interface LessonData {
  /** In order, from the first. */
  lessons: readonly Lesson[]
  /** The texts of all modules by their path; the exercises as the learner finds them. */
  files: Readonly<Record<string, string>>
  imports: OwnImports
}
