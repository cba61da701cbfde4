import { defineLoader } from 'vitepress'
import type { Pieza } from '../../../lessons/comun/leccion.ts'
import { loadLessons } from '../../../workbook/curriculum/lessons.ts'
import type { LessonLink } from '../progress/summary.ts'

/** What the home page tells of a lesson, and no other page needs. */
export interface LessonCard extends LessonLink {
  minutes: number
  piece: Pieza
}

declare const data: LessonCard[]

export { data }

export default defineLoader({
  async load(): Promise<LessonCard[]> {
    const lessons = await loadLessons()
    return lessons.map(({ number, slug, part, manifest }) => ({
      ...{ number, slug, part },
      title: `${number}. ${manifest.titulo}`,
      minutes: manifest.minutos,
      piece: manifest.pieza,
    }))
  },
})
