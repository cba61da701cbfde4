// What is known of a lesson without a disk: the terminal and the page use it.
import type { Leccion } from '../../lessons/comun/leccion.ts'

/** The book is what there is to finish; the extension goes on after it and counts apart. */
export type Part = 'book' | 'extension'

/** Which lesson it is, known without loading it. */
export interface LessonId {
  /** Its folder's, and not its place in the list: one may be missing. */
  number: number
  slug: string
  part: Part
}

/** A lesson with the absolute paths of its files and its manifest. */
export interface Lesson extends LessonId {
  folder: string
  /** The one file that the learner edits. */
  exercise: string
  solution: string
  spec: string
  manifest: Leccion
}

/** What a learner may open: a lesson or, without one, the exercise that puts the modules of a part together. */
export interface Entry<T extends LessonId = LessonId> {
  /** What opens it: `3`, `final`, `ampliacion`. */
  name: string
  part: Part
  lesson?: T
}

/** The names of the exercises that put the modules together. */
export const FINALS: Record<Part, string> = { book: 'final', extension: 'ampliacion' }

/** Their pages, by the path inside of the site. */
export const FINAL_PAGES: Record<Part, string> = { book: 'resumen', extension: 'ampliacion' }

/** The lessons of a part, in order. */
export function lessonsOf<T extends Pick<LessonId, 'part'>>(part: Part, lessons: readonly T[]): T[] {
  return lessons.filter((lesson) => lesson.part === part)
}

/** The lessons whose modules a final exercise puts together: the extension's goes on from the book's. */
export function composedIn<T extends LessonId>(part: Part, lessons: readonly T[]): T[] {
  return part === 'book' ? lessonsOf('book', lessons) : [...lessons]
}

/** The lesson whose app has the modules of all these: each app goes on from the one before. */
export function appOf<T extends LessonId>(lessons: readonly T[]): T {
  return lessons.at(-1) as T
}

/** All that may be opened, in the order of a list: the book with its final exercise, then the extension. */
export function entriesOf<T extends LessonId>(lessons: readonly T[]): Entry<T>[] {
  return (['book', 'extension'] as const).flatMap((part) => {
    const own = lessonsOf(part, lessons)
    const entries: Entry<T>[] = own.map((lesson) => ({ name: String(lesson.number), part, lesson }))
    return own.length ? [...entries, { name: FINALS[part], part }] : []
  })
}
