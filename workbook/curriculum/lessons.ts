import { existsSync } from 'node:fs'
// Not the system's own: these paths are compared with those that Vite gives.
import { join } from 'node:path/posix'
import { CARPETAS, cargarLeccion } from '../../lessons/indice.ts'
import type { Lesson } from './lesson.ts'
import { ROOT } from './paths.ts'

export const LESSON_COUNT = CARPETAS.length

/** Loads the lesson with this number, counted from 1. Throws `MissingLesson` if its folder is gone. */
export async function loadLesson(number: number): Promise<Lesson> {
  const slug = CARPETAS[number - 1]
  if (!slug) throw new UnknownLesson(String(number))
  const folder = join(ROOT, 'lessons', slug)
  if (!existsSync(join(folder, 'leccion.ts'))) throw new MissingLesson(slug)
  const manifest = await cargarLeccion(slug)
  return {
    number,
    slug,
    folder,
    manifest,
    exercise: join(folder, manifest.archivo),
    solution: join(ROOT, 'solutions', slug, manifest.archivo),
    spec: join(folder, manifest.archivo.replace(/\.ts$/, '.test.ts')),
  }
}

/** Loads the eight lessons, in order. */
export function loadLessons(): Promise<Lesson[]> {
  return Promise.all(CARPETAS.map((_slug, index) => loadLesson(index + 1)))
}

/** There is no lesson with that name or number. */
export class UnknownLesson extends Error {}

/** The lesson exists but its folder was deleted. */
export class MissingLesson extends Error {}
