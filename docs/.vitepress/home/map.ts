import type { Pieza } from '../../../lessons/comun/leccion.ts'

/** What is known of a lesson on the map. */
interface Placed {
  number: number
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

/** The lesson up to which the map is drawn for somebody who goes on with that one: the one before, or all. */
export function stepOf(lessons: readonly Placed[], next?: Placed): number {
  const before = lessons.filter(({ number }) => next && number < next.number)
  return (before.at(-1) ?? lessons.at(-1))?.number ?? 0
}
