import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadLessons } from '../../../workbook/curriculum/lessons.ts'
import { renderPage } from '../../../workbook/proof/support/site-markdown.ts'
import { mistakeDiff } from '../../../workbook/verdict/mistake-diff.ts'

const lessons = await loadLessons()

const count = (html: string, part: string) => html.split(part).length - 1

describe.each(lessons)('the museum of lesson $number', ({ slug, solution, manifest }) => {
  let html: string
  beforeAll(async () => {
    html = await renderPage('[[museo]]', `lecciones/${slug}.md`)
  })

  test('has every mistake, with a second fold inside of the first', () => {
    expect(count(html, '<details class="pieza"><summary>Pieza ')).toBe(manifest.errores.length)
    expect(count(html, '<details><summary>¿Qué se rompe?</summary>')).toBe(manifest.errores.length)
    expect(count(html, '</details></details>')).toBe(manifest.errores.length)
  })

  test('says in words which lines are taken out and put in', () => {
    const source = readFileSync(solution, 'utf8')
    const lines = manifest.errores.flatMap((mistake) => mistakeDiff(source, mistake))
    const signed = (sign: string) => lines.filter((line) => line.startsWith(sign)).length
    expect([count(html, 'Se quita: '), count(html, 'Se pone: ')]).toEqual([signed('-'), signed('+')])
  })

  test('leaves no notation of VitePress in the code', () => {
    expect(html).not.toContain('[!code')
  })

  test('is closed before it begins', () => {
    expect(html.indexOf(`<MuseumGate slug="${slug}" />`)).toBeGreaterThan(0)
    expect(html.indexOf(`<MuseumGate slug="${slug}" />`)).toBeLessThan(html.indexOf('<div class="piezas">'))
  })
})
