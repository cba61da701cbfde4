import { defineLoader } from 'vitepress'
import { loadLessons } from '../../../workbook/curriculum/lessons.ts'
import type { LessonLink } from './summary.ts'

/** What a card needs to know of a lesson. */
export interface LessonCard extends LessonLink {
  name: string
  minutes: number
}

declare const data: LessonCard[]

export { data }

export default defineLoader({
  async load(): Promise<LessonCard[]> {
    const lessons = await loadLessons()
    return lessons.map(({ number, slug, part, manifest }) => ({
      ...{ slug, part },
      title: `${number}. ${manifest.titulo}`,
      name: manifest.titulo,
      minutes: manifest.minutos,
    }))
  },
})
