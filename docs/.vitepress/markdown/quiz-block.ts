import type { Lesson } from '../../../workbook/curriculum/lessons.ts'

const LETTERS = 'abcdef'

/** The questions with their options and, folded, the explanation of each one. */
export function quizBlock({ manifest }: Lesson): string {
  return manifest.preguntas
    .map(({ enunciado, opciones }, index) =>
      [
        `**${index + 1}. ${enunciado}**`,
        opciones.map(({ texto }, option) => `- ${LETTERS[option]}) ${texto}`).join('\n'),
        '::: details Ver la respuesta',
        opciones
          .map(
            ({ correcta, porque }, option) =>
              `- **${LETTERS[option]}) ${correcta ? 'Sí' : 'No'}.** ${porque}`,
          )
          .join('\n'),
        ':::',
      ].join('\n\n'),
    )
    .join('\n\n')
}
