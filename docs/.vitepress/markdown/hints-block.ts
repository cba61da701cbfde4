import type { Lesson } from '../../../workbook/curriculum/lesson.ts'

/** Each task folded, and in it three hints one inside the other, from the least help to the most. */
export function hintsBlock({ manifest }: Lesson): string {
  return manifest.tareas
    .map(({ titulo, pistas }, index) =>
      folded(`TODO ${index + 1}. ${titulo}`, ladder(pistas, 1), pistas.length + 3),
    )
    .join('\n\n')
}

function ladder([hint, ...more]: readonly string[], rung: number): string {
  const inner = more.length ? folded(`Pista ${rung + 1}`, ladder(more, rung + 1), more.length + 2) : ''
  return [rung === 1 ? `**Pista 1.** ${hint}` : hint, inner].filter(Boolean).join('\n\n')
}

// A container ends at as many colons as it began with: the outer ones have more.
function folded(summary: string, text: string, colons: number): string {
  const fence = ':'.repeat(colons)
  const opening = [fence, 'details', summary].join(' ')
  return [opening, text, fence].join('\n')
}
