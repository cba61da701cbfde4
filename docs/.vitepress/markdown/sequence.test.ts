import { describe, expect, test } from 'vitest'
import { renderPage } from '../../../workbook/proof/support/site-markdown.ts'

const fence = (name: string, text: string) => renderPage(`\`\`\`${name}\n${text}\n\`\`\`\n`)

describe('sequenceDiagrams', () => {
  test('draws a fence named secuencia', async () => {
    const html = await fence('secuencia', 'título: Un viaje\nAna -> API: a')
    expect(html).toContain('<figure class="secuencia"')
    expect(html).not.toContain('<pre')
  })

  test('leaves other fences to VitePress', async () => {
    const html = await fence('txt', 'Ana -> API: a')
    expect(html).toContain('<pre')
    expect(html).not.toContain('<svg')
  })

  test('stops the build at a line that it does not understand', async () => {
    await expect(fence('secuencia', 'título: x\nAna API')).rejects.toThrow('no entiendo la línea «Ana API»')
  })
})
