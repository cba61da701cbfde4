import { entriesOf, FINAL_PAGES, lessonsOf } from '../../../workbook/curriculum/lesson.ts'
import type { LessonLink } from '../progress/summary.ts'
import { DESK } from './texts.ts'

/** A page with a bench. */
export interface Stop {
  /** Inside of the site. */
  link: string
  title: string
  /** What the bench is called there. */
  name: string
  /** The name of the lesson's folder; a final exercise has none. */
  slug?: string
}

/** The pages with a bench, in the order in which they are done: the book with its final exercise, then the rest. */
export function stopsOf(lessons: readonly LessonLink[]): Stop[] {
  const total = lessonsOf('book', lessons).length
  return entriesOf(lessons).map(({ part, lesson }) => {
    const final = DESK.finals[part]
    if (!lesson) return { link: `/${FINAL_PAGES[part]}`, title: final, name: final }
    const { number, slug, title } = lesson
    const name = part === 'book' ? DESK.lessonOfBook(number, total) : DESK.lesson(number)
    return { link: `/lecciones/${slug}`, title, name, slug }
  })
}
