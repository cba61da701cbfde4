import type { Lesson } from '../../../workbook/curriculum/lesson.ts'

/** Three folded hints for each task, from the least help to the most. */
export function hintsBlock({ manifest }: Lesson): string {
  return manifest.tareas
    .map(({ titulo, pistas }, index) =>
      [
        `**TODO ${index + 1}.** ${titulo}`,
        ...pistas.map((hint, rung) => `::: details Pista ${rung + 1}\n${hint}\n:::`),
      ].join('\n\n'),
    )
    .join('\n\n')
}
