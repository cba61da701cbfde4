import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadLessons } from '../../../workbook/curriculum/lessons.ts'
import { ROOT } from '../../../workbook/curriculum/paths.ts'
import { markdown } from '../../../workbook/proof/support/site-markdown.ts'
import { markdownOf } from './markdown-pages.ts'

const DOCS = `${ROOT}docs/`
const lessons = await loadLessons()
const PAGES = readdirSync(DOCS, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.md') && !name.startsWith('.'))

function pageOf(name: string) {
  const lesson = lessons.find(({ slug }) => name === `lecciones/${slug}.md`)
  return markdownOf(readFileSync(DOCS + name, 'utf8'), markdown, lesson)
}

describe('a page as Markdown', () => {
  test.each(PAGES)('%s has no directive left, and says what it is about', (name) => {
    const { text, description } = pageOf(name)
    const prose = text.replace(/^( *)```[\s\S]*?^\1```$/gm, '').replace(/`[^`\n]+`/g, '')
    expect(prose).not.toMatch(/<<<|^\[\[|^ *:::|\{#|<[A-Z]|<\/?(?:div|section|p|br|script|style)\b/m)
    expect(description).not.toBe('')
  })

  test('holds code, statement and hints, and keeps the solution to itself', () => {
    const { text } = pageOf('lecciones/05-revocar-tokens.md')
    const solution = readFileSync(`${ROOT}solutions/05-revocar-tokens/revocacion.ts`, 'utf8')
    const [, region = ''] = /#region revocar\n([\s\S]*?)\/\/ #endregion/.exec(solution) ?? []
    expect(text).toContain('await escena(')
    expect(text).toContain('**Pista 1.**')
    const own = region.split('\n').filter((line) => line.trim().length > 30 && !line.includes('//'))
    expect(own.filter((line) => text.includes(line.trim()))).toEqual([])
  })

  test('leads to the other pages as Markdown', () => {
    expect(markdownOf('[a](/glosario#jwt) y `[b](/c)`', markdown).text).toBe(
      '[a](/glosario.md#jwt) y `[b](/c)`\n',
    )
  })
})
