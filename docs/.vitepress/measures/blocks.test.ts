import { describe, expect, test } from 'vitest'
import { renderPage } from '../../../workbook/proof/support/site-markdown.ts'
import { withMeasures } from './blocks.ts'
import { drawChart } from './chart.ts'
import { readRun } from './record.ts'
import { median, percentile, times } from './statistics.ts'
import { figure, ratio, TEXTS } from './texts.ts'

const run = readRun()

describe('figures', () => {
  test('have a comma, and a thin space from five digits on', () => {
    expect([0.581, 1.256, 12].map(ratio)).toEqual(['0,58', '1,26', '12'])
    expect([1.256, 0.00123, 1000, 1e6].map(figure)).toEqual([
      '1,26',
      '0,00123',
      '1000',
      '1\u202f000\u202f000',
    ])
  })

  test('are the middle of the rounds, each beside the other of its own', () => {
    expect(median([9, 1, 2])).toBe(2)
    expect(percentile([3, 1, 2, 4], 75)).toBe(3)
    expect(times([10, 40, 90], [10, 20, 30])).toBe(2)
  })
})

describe.each(run.nodes)('what was recorded with Node $version', (node) => {
  const bare = node.servers.express?.cpu ?? []
  const servers = Object.entries(node.servers)
  const chart = drawChart(node)

  test.each(servers)('the chart says and draws what %s costs', (name, { cpu }) => {
    const cost = times(cpu, bare)
    const most = Math.max(...servers.map(([, each]) => times(each.cpu, bare)))
    const [, row = ''] = chart.split(`>${TEXTS.server(name)}</text>`)
    const [width, said] = [
      /width="(\d+)"/.exec(row)?.[1],
      /<text class="fuerte"[^>]*>([^<]+)</.exec(row)?.[1],
    ]
    expect(said).toBe(TEXTS.times(cost))
    expect(Math.abs(Number(width) - (cost / most) * 240)).toBeLessThanOrEqual(1)
    expect(chart).toContain(`${TEXTS.server(name)}: ${TEXTS.times(cost)}`)
  })

  test.each(servers)('the table says the same of %s', (name, { cpu, p99 }) => {
    const cells = [
      TEXTS.server(name),
      TEXTS.microseconds(median(cpu)),
      ratio(times(cpu, bare)),
      TEXTS.milliseconds(median(p99)),
    ]
    expect(withMeasures('[[medida servidores]]')).toContain(`| ${cells.join(' | ')} |`)
  })

  test('the table of the algorithms says what each costs, and the page which is cheap and which is dear', () => {
    const page = withMeasures('[[medida firmas]]')
    for (const { algorithm, sign, verify } of node.signing) {
      const cells = [algorithm, TEXTS.microseconds(sign), TEXTS.microseconds(verify)]
      expect(page).toContain(`| ${cells.join(' | ')} |`)
    }
    const dearer = node.signing.map(({ algorithm, sign, verify }) => [algorithm, sign > verify])
    expect(dearer).toEqual([
      ['HS256', false],
      ['ES256', false],
      ['RS256', true],
    ])
  })

  test('has as many rounds of each server as it says', () => {
    const costs = [...Object.values(node.servers), ...node.revoked]
    expect(costs.map(({ cpu, p99 }) => [cpu.length, p99.length])).toEqual(
      costs.map(() => [run.rounds, run.rounds]),
    )
  })
})

describe('blocks', () => {
  test('become charts and tables, and in Markdown only tables', async () => {
    const html = await renderPage('[[medida servidores]]', 'cuanto-cuesta.md')
    expect(html.match(/<figure class="diagrama barras"/g)).toHaveLength(run.nodes.length)
    expect(html.match(/<table/g)).toHaveLength(run.nodes.length)
    expect(withMeasures('[[medida servidores]]')).not.toContain('<')
  })

  test('stop the build at one that does not exist', () => {
    expect(() => withMeasures('[[medida nada]]')).toThrow('«nada»')
  })
})
