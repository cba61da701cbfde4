import type { Pair } from './pair.ts'

const ratio = ({ ours, vitest }: Pair) => (vitest / ours).toFixed(1).replace('.', ',')

export const TEXTS = {
  /** All in milliseconds. */
  pair: (what: string, pair: Pair, goal: number) =>
    `${what}: ${pair.ours} ms · Vitest a secas: ${pair.vitest} ms (${ratio(pair)} veces) · objetivo: ${goal} ms`,
  start: (lesson: number) => `npm run lesson ${lesson} → primer resultado`,
  save: (lesson: number, tests: number) =>
    `guardar la lección ${lesson} → resultado (sus pruebas solas: ${tests} ms)`,
  check: 'npm run check, el libro entero',
  edit: (lesson: number) =>
    `laboratorio, del cambio a los resultados de la lección ${lesson} (Vitest, en frío)`,
  firstVisit: 'laboratorio, de abrirlo por primera vez a los resultados de la lección 1 (Vitest, en frío)',
  /** Every one in its own unit. */
  laboratory: (what: string, value: number, unit: string, goal: number) =>
    `laboratorio, ${what}: ${Math.round(value)} ${unit} · objetivo: ${goal} ${unit}`,
  pause: 'pausa más larga de la página',
  memory: 'memoria que agrega a la de la página',
  weight: 'tamaño con Brotli',
  editorSize: (kilobytes: number) => `editor aparte, ${Math.round(kilobytes)} kB`,
  rest: (megabytes: number, parts: string, percent: number) =>
    `sesión en reposo, sin el sitio: ${megabytes} MB (${parts}) · procesador: ${percent.toFixed(2)} % · objetivos: 200 MB y 1 %`,
  load: (runs: number, loops: number, red: readonly string[]) =>
    [
      `${runs} veces todas las soluciones, junto a ${loops} bucles sin fin: ${red.length} en rojo · objetivo: 0`,
      ...red,
    ].join('\n  '),
  thousand: (saves: number, sizes: readonly string[]) =>
    `${saves} guardados, de principio a fin: ${sizes.join(' → ')}`,
  size: (megabytes: number, handles: number) => `${megabytes} MB y ${handles} descriptores`,
}
