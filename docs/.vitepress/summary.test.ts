import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadLessons } from '../../workbook/curriculum/lessons.ts'
import { readableTitle, readSpecification } from '../../workbook/curriculum/specification.ts'

const PROOF = /\[Lección (\d+)\]\(\/lecciones\/([\w-]+)#tu-turno\): («.+?»(?: y «.+?»)*)/

interface Proof {
  lesson: number
  slug: string
  title: string
}

const page = readFileSync(new URL('../resumen.md', import.meta.url), 'utf8')
const lessons = await loadLessons()
const rows = page.split('\n').filter((line) => /^\| .+\.ts` \|/.test(line))
const lines = page.split(/^\d+\. /m).slice(1)
const proofs = [...rows, ...lines].flatMap(proofsIn)

function proofsIn(text: string): Proof[] {
  const [, lesson = '', slug = '', titles = ''] = PROOF.exec(text) ?? []
  return [...titles.matchAll(/«(.+?)»/g)].map(([, title = '']) => ({ lesson: Number(lesson), slug, title }))
}

describe('resumen.md', () => {
  test('proves each of its twelve subjects and twelve lines', () => {
    expect([rows.length, lines.length]).toEqual([12, 12])
    expect([...rows, ...lines].filter((text) => !proofsIn(text).length)).toEqual([])
  })

  test.each(proofs)('quotes a test of lesson $lesson: $title', ({ lesson, slug, title }) => {
    const found = lessons.find(({ number }) => number === lesson)
    expect(found?.slug).toBe(slug)
    const titles = readSpecification(readFileSync(found?.spec ?? '', 'utf8')).map(readableTitle)
    expect(titles).toContain(title)
  })
})
