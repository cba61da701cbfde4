import type { Lesson } from '../../../workbook/curriculum/lesson.ts'
import { LESSONS } from '../../../workbook/curriculum/lessons.ts'

/** The promise of the lesson and what it takes. */
export function factsBlock({ number, slug, manifest }: Lesson): string {
  const previous = LESSONS.findLast((lesson) => lesson.number < number)
  const before = previous ? `la\u00a0${previous.number}` : 'ninguna'
  return [
    `<div class="promesa">`,
    '',
    manifest.promesa,
    '',
    '</div>',
    '',
    `**Tiempo:** ${manifest.minutos} minutos · **Lección\u00a0previa:** ${before}<br>**Archivo:** \`lessons/${slug}/${manifest.archivo}\``,
    '',
    `<RouteChoice :lesson="${number}" />`,
  ].join('\n')
}

/** What the reader will be able to do. */
export function goalsBlock({ manifest }: Lesson): string {
  return manifest.aprenderas.map((goal) => `- ${goal}`).join('\n')
}
