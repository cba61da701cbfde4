import type { LessonId } from '../../../workbook/curriculum/lesson.ts'
import type { Progress } from './progress.ts'

/** What is needed to count a lesson and to link to it. */
export interface LessonLink extends LessonId {
  title: string
}

export interface Summary {
  solved: number
  quizzes: number
  /** How many there are of each. */
  total: number
  /** The first lesson that is not done, if any is left. */
  next: LessonLink | undefined
}

/** How far a reader has come through these lessons; others, of another version, do not count. */
export function summarize(
  { solved, quizzes }: Pick<Progress, 'solved' | 'quizzes'>,
  lessons: readonly LessonLink[],
): Summary {
  return {
    solved: lessons.filter(({ slug }) => solved.includes(slug)).length,
    quizzes: lessons.filter(({ slug }) => quizzes.includes(slug)).length,
    total: lessons.length,
    next: lessons.find(({ slug }) => !solved.includes(slug)),
  }
}
