import type { NodeRun, Run } from '../../../docs/.vitepress/measures/record.ts'
import { median, times } from '../../../docs/.vitepress/measures/statistics.ts'
import type { Pair } from './pair.ts'

const ratio = ({ ours, vitest }: Pair) => (vitest / ours).toFixed(1).replace('.', ',')

const decimal = (value: number, digits = 1) => value.toFixed(digits).replace('.', ',')

/** Each server beside the bare Express, and what does not depend on one. */
const node = ({ version, servers, revoked, verifying, revoking }: NodeRun) => {
  const bare = servers.express?.cpu ?? []
  return [
    `Node ${version}, procesador del servidor por solicitud (veces Express) y p99:`,
    ...Object.entries(servers).map(
      ([name, { cpu, p99 }]) =>
        `  ${name}: ${decimal(median(cpu))} µs (${decimal(times(cpu, bare), 2)}) · ${decimal(median(p99), 2)} ms`,
    ),
    ...revoked.map(
      ({ size, cpu }) =>
        `  terminada, con ${size} revocados: ${decimal(median(cpu))} µs (${decimal(times(cpu, bare), 2)})`,
    ),
    ...revoking.map(
      ({ size, median: middle, p99, worst }) =>
        `  revocar entre ${size}: ${decimal(middle, 4)} ms · p99 ${decimal(p99, 4)} · peor ${decimal(worst, 4)} · objetivo: 0,05 ms`,
    ),
    `  verificar a solas: texto ${decimal(verifying.text)} µs · clave ${decimal(verifying.key)} µs · createPublicKey que falla ${decimal(verifying.publicKey)} µs`,
  ]
}

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
  installingPeers: 'La primera vez se instala en .cuaderno/banco aquello con lo que se compara: 30 MB',
  noPeers: 'No se ha podido instalar aquello con lo que se compara: ¿hay red?',
  measuring: (rounds: number, node: string) => `${rounds} rondas con ${node}: tarda minutos`,
  noNode: (major: string) => `npm no ha podido traer Node ${major}: se mide sin él`,
  api: ({ nodes, load }: Run, path: string) =>
    [
      ...nodes.flatMap(node),
      'objetivos: terminada ≤ 1,25 veces Express · con Node 20, express-jwt y passport-jwt con texto ≥ 3 veces más caros que ella; con Node 24, no más baratos',
      `carga de la máquina: ${load.map((value) => decimal(value)).join(' → ')}`,
      `Lo que enseña la página queda en ${path}`,
    ].join('\n'),
  size: (megabytes: number, handles: number) => `${megabytes} MB y ${handles} descriptores`,
}
