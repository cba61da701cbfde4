import { existsSync } from 'node:fs'
// Not the system's own: these paths are compared with those that Vite gives.
import { join } from 'node:path/posix'
import { CARPETAS, cargarLeccion } from '../../lessons/indice.ts'
import { entriesOf, type Lesson, type LessonId, lessonsOf, type Part } from './lesson.ts'
import { ROOT } from './paths.ts'

/** Which lessons there are, in order: the book and, after it, the extension. */
export const LESSONS: readonly LessonId[] = [
  ...inOrder('book', CARPETAS.libro),
  ...inOrder('extension', CARPETAS.ampliacion),
]

/** What a learner may open, in the order of a list. */
export const ENTRIES = entriesOf(LESSONS)

/**
 * Loads the lesson whose folder has this number. Throws `UnknownLesson` if there is none and `MissingLesson`
 * if its folder is gone.
 */
export async function loadLesson(number: number): Promise<Lesson> {
  const lesson = LESSONS.find((lesson) => lesson.number === number)
  if (!lesson) throw new UnknownLesson(String(number))
  const { slug } = lesson
  const folder = join(ROOT, 'lessons', slug)
  if (!existsSync(join(folder, 'leccion.ts'))) throw new MissingLesson(slug)
  const manifest = await cargarLeccion(slug)
  return {
    ...lesson,
    folder,
    manifest,
    exercise: join(folder, manifest.archivo),
    solution: join(ROOT, 'solutions', slug, manifest.archivo),
    spec: join(folder, manifest.archivo.replace(/\.ts$/, '.test.ts')),
  }
}

/** Loads all lessons, those of the extension too, in order. */
export function loadLessons(): Promise<Lesson[]> {
  return Promise.all(LESSONS.map(({ number }) => loadLesson(number)))
}

/** Loads the lessons that there are to finish, in order. */
export function loadBook(): Promise<Lesson[]> {
  return Promise.all(lessonsOf('book', LESSONS).map(({ number }) => loadLesson(number)))
}

function inOrder(part: Part, slugs: readonly string[]): LessonId[] {
  const lessons = slugs.map((slug) => ({ number: Number.parseInt(slug, 10), slug, part }))
  return lessons.sort((one, other) => one.number - other.number)
}

/** There is no lesson with that name or number. */
export class UnknownLesson extends Error {}

/** The lesson exists but its folder was deleted. */
export class MissingLesson extends Error {}
