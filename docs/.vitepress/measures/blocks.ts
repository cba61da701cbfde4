import type { MarkdownRenderer } from 'vitepress'
import { drawChart } from './chart.ts'
import { type NodeRun, type Run, readRun } from './record.ts'
import { median, times } from './statistics.ts'
import { ratio, TEXTS } from './texts.ts'

const BLOCK = /^\[\[medida ([\w-]+)\]\]$/gm

/** How a page shows a chart: drawn or, where nothing can be drawn, not at all, for the table says the same. */
type Draw = (run: NodeRun) => string

const BLOCKS: Record<string, (run: Run, draw: Draw) => string> = {
  resumen: ({ nodes }) => nodes.map(summary).join('\n'),
  servidores: ({ nodes }, draw) => nodes.map((node) => comparison(node, draw)).join('\n\n'),
  verificar: ({ nodes }) => table(TEXTS.verifying, nodes.map(verifying)),
  firmas: tableOfEach(TEXTS.signing, signing),
  revocados: tableOfEach(TEXTS.revoked, revoked),
  revocar: tableOfEach(TEXTS.revoking, revoking),
  carrera: ({ machine, date, load, rounds, starts, requests, connections, versions }) =>
    [
      TEXTS.machine(machine, date, load),
      TEXTS.method(rounds, starts, requests, connections),
      TEXTS.versions(
        Object.entries(versions)
          .map(([name, version]) => `${name} ${version}`)
          .join(', '),
      ),
    ].join('\n'),
}

/** A markdown-it plugin that replaces `[[medida resumen]]` and its like with what the last recorded run says. */
export function measures(md: MarkdownRenderer): void {
  md.core.ruler.before('normalize', 'measures', (state) => {
    state.src = withMeasures(state.src, drawChart)
  })
}

/** A page with the figures of the recorded run in their place, as Markdown. Throws if one does not exist. */
export function withMeasures(source: string, draw: Draw = () => ''): string {
  return source.replace(BLOCK, (_block, name: string) => {
    const write = BLOCKS[name]
    if (!write) throw new Error(TEXTS.unknown(name))
    return write(readRun(), draw)
  })
}

function summary({ version, servers }: NodeRun): string {
  const cost = (name: string) => times(servers[name]?.cpu ?? [], servers.express?.cpu ?? [])
  return TEXTS.summary(version, cost('terminada'), cost('express-jwt-texto'), cost('passport-jwt-texto'))
}

function comparison(node: NodeRun, draw: Draw): string {
  const rows = Object.entries(node.servers).map(([name, { cpu, p99 }]) => [
    TEXTS.server(name),
    TEXTS.microseconds(median(cpu)),
    ratio(times(cpu, node.servers.express?.cpu ?? [])),
    TEXTS.milliseconds(median(p99)),
  ])
  return `### ${TEXTS.node(node.version)}\n\n${draw(node)}\n\n${table(TEXTS.servers, rows)}`
}

function verifying({ version, verifying: { text, key, publicKey } }: NodeRun): string[] {
  return [TEXTS.node(version), ...[text, key, publicKey].map(TEXTS.microseconds)]
}

function signing({ signing: algorithms }: NodeRun): string[][] {
  return algorithms.map(({ algorithm, sign, verify }) => [
    algorithm,
    ...[sign, verify].map(TEXTS.microseconds),
  ])
}

function revoked({ revoked: sizes, servers }: NodeRun): string[][] {
  return sizes.map(({ size, cpu }) => [
    TEXTS.count(size),
    TEXTS.microseconds(median(cpu)),
    ratio(times(cpu, servers.express?.cpu ?? [])),
  ])
}

function revoking({ revoking: sizes }: NodeRun): string[][] {
  return sizes.map(({ size, median: middle, p99, worst }) => [
    TEXTS.count(size),
    ...[middle, p99, worst].map((milliseconds) => TEXTS.microseconds(milliseconds * 1000)),
  ])
}

/** A table for each Node, which its first column names. */
function tableOfEach(head: readonly string[], rows: (node: NodeRun) => string[][]): (run: Run) => string {
  const titled = (node: NodeRun) => table([TEXTS.node(node.version), ...head.slice(1)], rows(node))
  return ({ nodes }) => nodes.map(titled).join('\n\n')
}

function table(head: readonly string[], rows: readonly string[][]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map((_cell, index) => (index ? '--:' : '---'))), ...rows.map(line)].join('\n')
}
