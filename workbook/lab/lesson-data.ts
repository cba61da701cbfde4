// What the page knows of the lessons.
import type { Lesson } from '../curriculum/lesson.ts'
import type { OwnImports } from '../curriculum/own-imports.ts'
import type { PackageNames } from '../verdict/shape/wrong-import.ts'

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
  /**
   * What there is to import in the terminal, modules of Node without `node:`; what it gives, of those that
   * the page has too.
   */
  packages: Readonly<Record<string, PackageNames>>
  /** The paths of our modules that the page has not. */
  absent: readonly string[]
}
