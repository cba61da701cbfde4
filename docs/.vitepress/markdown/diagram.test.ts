import { createHmac } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { SECRETO } from '../../../lessons/comun/pruebas.ts'
import { renderPage } from '../../../workbook/proof/support/site-markdown.ts'
import { drawDiagram } from './diagram.ts'

const DOCS = new URL('../../', import.meta.url)
const names = readdirSync(new URL('diagramas/', DOCS)).map((file) => file.replace('.svg', ''))
const pages = readdirSync(new URL('lecciones/', DOCS)).map((file) =>
  readFileSync(new URL(`lecciones/${file}`, DOCS), 'utf8'),
)

describe('diagrams', () => {
  test('draws a fence named diagrama inline, with its title as the caption', async () => {
    const html = await renderPage('```diagrama\ndos-puertas\n```\n')
    expect(html).toContain('<figure class="diagrama"')
    expect(html).toContain('<figcaption>Dos puertas, una detrás de otra</figcaption>')
    expect(html).not.toContain('<pre')
  })

  test('leaves other fences to VitePress', async () => {
    expect(await renderPage('```txt\ndos-puertas\n```\n')).toContain('<pre')
  })

  test('stops the build at a drawing that is not there', () => {
    expect(() => drawDiagram('no-existe')).toThrow('no-existe.svg')
  })
})

describe.each(names)('the drawing %s', (name) => {
  const html = drawDiagram(name)

  test('tells in words what it shows', () => {
    const label = /aria-label="([^"]+)"/.exec(html)?.[1] ?? ''
    expect(html).toContain('role="img"')
    expect(label.split(/\s+/).length).toBeGreaterThan(25)
  })

  test('is as wide as a phone, and takes its colours from the theme', () => {
    expect(html).toContain('viewBox="0 0 320 ')
    expect(html).not.toMatch(/(?:fill|stroke|style|font-size)=/)
  })

  test('is shown by one page', () => {
    expect(pages.filter((page) => page.includes(`\`\`\`diagrama\n${name}\n\`\`\``))).toHaveLength(1)
  })
})

test('the token of the anatomy is a real one', () => {
  const texts = [...drawDiagram('anatomia-de-un-token').matchAll(/<text class="mono[^>]*>([^<]+)</g)]
  const [header = '', headerJson, payload = '', payloadJson, signature = ''] = texts.map(([, text]) => text)
  const decode = (part: string) => Buffer.from(part.replace(/\.$/, ''), 'base64url').toString()
  expect([decode(header), decode(payload)]).toEqual([headerJson, payloadJson])
  const real = createHmac('sha256', SECRETO)
    .update(`${header}${payload.replace(/\.$/, '')}`)
    .digest('base64url')
  expect(real.startsWith(signature.replace('…', ''))).toBe(true)
})
