import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { entriesOf } from '../../../workbook/curriculum/lesson.ts'
import { loadLessons } from '../../../workbook/curriculum/lessons.ts'
import { ROOT } from '../../../workbook/curriculum/paths.ts'
import { WITH_BENCH } from './address.ts'
import { stopsOf } from './stops.ts'

const lessons = await loadLessons()
const links = lessons.map(({ number, slug, part, manifest }) => ({
  ...{ number, slug, part },
  title: manifest.titulo,
}))
const stops = stopsOf(links)

test('goes on from the last lesson of a part to its final exercise, and from the book to the extension', () => {
  expect(stops.slice(7, 10).map(({ link, name }) => [link, name])).toEqual([
    ['/lecciones/08-https', 'Lección 8 de 8'],
    ['/resumen', 'Último ejercicio'],
    ['/lecciones/09-renovar-la-sesion', 'Lección 9'],
  ])
  expect(stops.slice(-2).map(({ link, name }) => [link, name])).toEqual([
    ['/lecciones/12-varios-procesos', 'Lección 12'],
    ['/ampliacion', 'Último de la ampliación'],
  ])
})

test.each(entriesOf(links).map(({ name, lesson }, index) => [lesson?.slug ?? name, stops[index]!.link]))(
  'the page of %s has its bench',
  (name, link) => {
    expect(WITH_BENCH.test(link)).toBe(true)
    const page = readFileSync(join(ROOT, 'docs', `${link}.md`), 'utf8')
    expect(page).toContain(`<Laboratory lesson="${name}"`)
  },
)
