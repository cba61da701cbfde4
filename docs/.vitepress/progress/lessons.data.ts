import { defineLoader } from 'vitepress'
import { loadLessons } from '../../../workbook/curriculum/lessons.ts'
import type { LessonLink } from './summary.ts'

declare const data: LessonLink[]

export { data }

export default defineLoader({
  async load(): Promise<LessonLink[]> {
    const lessons = await loadLessons()
    return lessons.map(({ number, slug, part, manifest }) => ({
      ...{ number, slug, part },
      title: `${number}. ${manifest.titulo}`,
    }))
  },
})
