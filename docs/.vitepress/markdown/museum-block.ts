import { readFileSync } from 'node:fs'
import type { MarkdownRenderer } from 'vitepress'
import type { ErrorTipico } from '../../../lessons/comun/leccion.ts'
import type { Lesson } from '../../../workbook/curriculum/lesson.ts'
import { mistakeDiff } from '../../../workbook/verdict/mistake-diff.ts'
import { TEXTS } from '../museum/texts.ts'

// What VitePress takes for the sign of a line.
const NOTATION: Record<string, string> = { '-': ' // [!code --]', '+': ' // [!code ++]' }

/** Every mistake of the lesson as a change to review and, folded inside, what it breaks and why. */
export function museumBlock({ slug, solution, manifest }: Lesson, md: MarkdownRenderer): string {
  const source = readFileSync(solution, 'utf8')
  const pieces = manifest.errores.map((mistake, index) => piece(mistake, index + 1, source, md))
  return [TEXTS.intro, `<MuseumGate slug="${slug}" />`, '<div class="piezas">', ...pieces, '</div>'].join(
    '\n\n',
  )
}

function piece(mistake: ErrorTipico, number: number, source: string, md: MarkdownRenderer): string {
  return [
    `<details class="pieza"><summary>${TEXTS.piece(number)} ${md.renderInline(mistake.escribes)}</summary>`,
    ['```ts', ...mistakeDiff(source, mistake).map(noted), '```'].join('\n'),
    `<details><summary>${TEXTS.question}</summary>`,
    `**${TEXTS.testSays}** «${mistake.veras}»`,
    mistake.porque,
    '</details></details>',
  ].join('\n\n')
}

function noted(line: string): string {
  return `${line.slice(1)}${NOTATION[line.charAt(0)] ?? ''}`
}
