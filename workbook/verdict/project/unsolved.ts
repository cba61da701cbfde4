import type { Lesson } from '../../curriculum/lesson.ts'
import type { LessonResult } from '../model.ts'

const LIST = new Intl.ListFormat('es')

/** Runs the specifications of some lessons: with all modules the learner's, or each among the solutions. */
export type RunLessons = (lessons: readonly Lesson[], allMine: boolean) => Promise<readonly LessonResult[]>

/**
 * Why these modules are no app yet, in a sentence; nothing if they are, each with all the others. A module that
 * is not done takes others with it, so those to be told are the ones that are red by themselves.
 */
export async function whyUnsolved(lessons: readonly Lesson[], run: RunLessons): Promise<string | undefined> {
  const red = failed(await run(lessons, true))
  if (!red.length) return undefined
  const own = failed(await run(red, false))
  return own.length ? TEXTS.unsolved(own) : TEXTS.notTogether(red)
}

function failed(results: readonly LessonResult[]): Lesson[] {
  return results.filter(({ passed }) => !passed).map(({ lesson }) => lesson)
}

function named(lessons: readonly Lesson[]): string {
  const names = lessons.map(({ number, manifest }) => `la ${number} (${manifest.archivo})`)
  return LIST.format(names)
}

const TEXTS = {
  unsolved: (lessons: readonly Lesson[]) =>
    `Tu API se crea con todos los módulos en verde, y ${lessons.length === 1 ? 'falta una lección' : `faltan ${lessons.length} lecciones`}: ${named(lessons)}`,
  notTogether: (lessons: readonly Lesson[]) =>
    `Cada módulo está en verde con nuestras soluciones, pero no con tus otros módulos. Mira el último ejercicio: fallan las pruebas de ${named(lessons)}`,
}
