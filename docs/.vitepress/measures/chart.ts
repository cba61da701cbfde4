import type { NodeRun } from './record.ts'
import { times } from './statistics.ts'
import { TEXTS } from './texts.ts'

// As wide as a phone.
const WIDTH = 320
const ROW = 40
const BAR = 12
const VALUE = 80

/** A bar for each server, beside the bare Express; its text alternative tells the same in words. */
export function drawChart({ version, servers }: NodeRun): string {
  const bars = Object.entries(servers).map(([name, { cpu }]) => ({
    name,
    times: times(cpu, servers.express?.cpu ?? []),
  }))
  const scale = (WIDTH - VALUE) / Math.max(...bars.map((bar) => bar.times))
  const one = Math.round(scale)
  const height = bars.length * ROW
  const rows = bars.map((bar, index) => {
    const top = index * ROW
    const width = Math.max(1, Math.round(bar.times * scale))
    return (
      `<text x="0" y="${top + 15}">${TEXTS.server(bar.name)}</text>` +
      `<rect class="barra ${kindOf(bar.name)}" x="0" y="${top + 21}" width="${width}" height="${BAR}" rx="2"/>` +
      `<text class="fuerte" x="${width + 6}" y="${top + 32}">${TEXTS.times(bar.times)}</text>`
    )
  })
  const told = bars.map((bar) => `${TEXTS.server(bar.name)}: ${TEXTS.times(bar.times)}`).join('. ')
  const caption = TEXTS.chartCaption(version)
  return (
    `<figure class="diagrama barras" v-pre><svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${caption}. ${told}">` +
    `<path class="linea" d="M${one} 0V${height}"/>${rows.join('')}</svg><figcaption>${caption}</figcaption></figure>`
  )
}

function kindOf(name: string): string {
  if (name === 'terminada') return 'nuestra'
  if (name.endsWith('-texto')) return 'texto'
  return name.endsWith('-clave') ? 'clave' : 'otra'
}
