import type { Pieza } from '../../../lessons/comun/leccion.ts'
import { type LessonId, lessonsOf } from '../../../workbook/curriculum/lesson.ts'

/** What is known of a lesson on the map. */
interface Placed extends Pick<LessonId, 'number' | 'part'> {
  piece: Pieza
}

/** The lessons whose pieces are in a lane, in the order in which a request meets them. */
export function laneOf<T extends Placed>(lane: Pieza['via'], lessons: readonly T[]): T[] {
  const met: T[] = []
  for (const lesson of lessons.filter(({ piece }) => piece.via === lane)) {
    const next = met.findIndex(({ number }) => number === lesson.piece.antesDe)
    met.splice(next < 0 ? met.length : next, 0, lesson)
  }
  return met
}

/** The lesson up to which the map is drawn for somebody who goes on with that one: the one before, or the whole book. */
export function stepOf(lessons: readonly Placed[], next?: Placed): number {
  const before = lessons.filter(({ number }) => next && number < next.number)
  return (before.at(-1) ?? lessonsOf('book', lessons).at(-1))?.number ?? 0
}
