import { expect, test } from 'vitest'
import { summarize } from '../progress/summary.ts'
import { startOf } from './start.ts'

const LESSONS = [1, 2, 4].map((number) => ({
  ...{ number, slug: `0${number}-lección`, part: 'book' as const },
  title: `${number}. Lección`,
}))
const solved = (...slugs: string[]) => startOf(summarize({ solved: slugs, quizzes: [] }, LESSONS), LESSONS)

test.each([
  ['nobody knows yet', startOf(undefined, LESSONS)],
  ['nothing is solved', solved()],
])('begins with the first lesson while %s', (_when, start) => {
  expect(start).toEqual({ text: 'Empieza aquí, sin instalar nada', link: '/lecciones/01-lección?resolver' })
})

test('goes on with the first lesson that is not done, by its number', () => {
  expect(solved('01-lección', '02-lección')).toEqual({
    text: 'Continúa con la lección 4',
    link: '/lecciones/04-lección?resolver',
  })
})

test('ends with the exercise that puts all together', () => {
  expect(solved(...LESSONS.map(({ slug }) => slug)).link).toBe('/resumen?resolver')
})
