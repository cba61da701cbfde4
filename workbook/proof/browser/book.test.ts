import { beforeAll, describe, expect, inject, test } from 'vitest'
import { loadLessons } from '../../curriculum/lessons.ts'
import { chapters } from '../book/chapters.ts'
import { type Printed, printBook } from '../book/print.ts'
import './reader.ts' // leaves the tests out where there is no browser

const lessons = await loadLessons()

describe('the book', () => {
  let printed: Printed

  beforeAll(async () => {
    const browser = inject('browser')
    if (browser) printed = await printBook(browser, inject('site'))
  }, 600_000)

  test('has a cover, its contents and every chapter, one after the other', () => {
    const { pages, pageOf } = printed.book
    const first = chapters().map(({ id }) => pageOf.get(id) ?? 0)
    expect(first).toEqual([...first].sort((one, other) => one - other))
    expect(first[0]).toBeGreaterThan(pageOf.get('indice') ?? 0)
    expect(pages).toBeGreaterThan(first.at(-1) ?? 0)
    // Ten sheets a lesson, more or less: one that doubles has lost its style.
    expect(pages).toBeLessThan(250)
  })

  test('leads every link to a page', () => {
    const { links, pageOf } = printed.book
    expect(links.length).toBeGreaterThan(300)
    expect(links.filter((name) => !pageOf.get(name))).toEqual([])
  })

  test('has every lesson in its outline, and its parts', () => {
    const { outline } = printed.book
    for (const { number, manifest } of lessons) expect(outline).toContain(`${number}. ${manifest.titulo}`)
    expect(outline.filter((title) => title === 'Tu turno').length).toBe(lessons.length)
  })
})
