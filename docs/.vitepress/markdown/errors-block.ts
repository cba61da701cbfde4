import type { Lesson } from '../../../workbook/curriculum/lesson.ts'

/** The typical mistakes that the page tells, folded in one; what the reader will see is what the tests really say. */
export function errorsBlock({ manifest }: Lesson): string {
  const mistakes = manifest.errores
    .filter(({ enPagina }) => enPagina)
    .map(({ escribes, veras, porque, arreglo }) =>
      [
        `::: details ${escribes}`,
        `- **Verás:** «${nested(veras)}»`,
        `- **Por qué:** ${porque}`,
        `- **Cómo se arregla:** ${arreglo}`,
        ':::',
      ].join('\n'),
    )
    .join('\n\n')
  return `:::: details Ver los errores típicos\n${mistakes}\n::::`
}

/** Quotation marks inside others are the double ones. */
function nested(sentence: string): string {
  return sentence.replaceAll('«', '“').replaceAll('»', '”')
}
