import type { Leccion } from '../../lessons/comun/leccion.ts'

/** A lesson with the absolute paths of its files and its manifest. */
export interface Lesson {
  number: number
  slug: string
  folder: string
  /** The one file that the learner edits. */
  exercise: string
  solution: string
  spec: string
  manifest: Leccion
}
