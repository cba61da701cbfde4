import { CATEGORIES, GOALS, type PageScores } from '../site/lighthouse.ts'

const NAMES = ['rendimiento', 'accesibilidad', 'buenas prácticas', 'SEO']
const PAGE_WIDTH = 44

// What `npm run lighthouse` says.
export const LIGHTHOUSE_TEXTS = {
  missing:
    'Hace falta Lighthouse, que el cuaderno no instala: con Node 22.19 o posterior, ejecuta «npm install --no-save lighthouse» y repite',
  header: ['página'.padEnd(PAGE_WIDTH), ...NAMES].join('  '),
  row: ({ page, scores, lost }: PageScores) =>
    [
      page.padEnd(PAGE_WIDTH) +
        CATEGORIES.map((category, index) => `  ${cell(scores[category], NAMES[index] ?? '')}`).join(''),
      ...lost.map((audit) => `    ${audit}`),
    ].join('\n'),
  summary: (failed: number) =>
    failed
      ? `\nPáginas por debajo de ${Object.values(GOALS).join('/')}: ${failed}`
      : `\nTodas llegan a ${Object.values(GOALS).join('/')}`,
}

function cell(score: number, name: string): string {
  return String(score).padStart(name.length)
}
