import { describe, expect, test } from 'vitest'
import { ENTRIES, LESSONS, loadBook, loadLesson, loadLessons, UnknownLesson } from './lessons.ts'
import { ROOT } from './paths.ts'

// That a deleted folder is a `MissingLesson` is told in cli/main.test.ts: it needs a project to break.

describe('loadLesson', () => {
  test('finds the files of a lesson by its number', async () => {
    expect(await loadLesson(3)).toMatchObject({
      number: 3,
      slug: '03-expiracion',
      folder: `${ROOT}lessons/03-expiracion`,
      exercise: `${ROOT}lessons/03-expiracion/expiracion.ts`,
      spec: `${ROOT}lessons/03-expiracion/expiracion.test.ts`,
      solution: `${ROOT}solutions/03-expiracion/expiracion.ts`,
    })
  })

  test('loads its manifest', async () => {
    expect((await loadLesson(3)).manifest).toMatchObject({ archivo: 'expiracion.ts', minutos: 25 })
  })

  test.each([0, 99, 1.5, Number.NaN])('rejects the lesson %d by its name', async (number) => {
    const error = await loadLesson(number).catch((error) => error)
    expect(error).toBeInstanceOf(UnknownLesson)
    expect(error.message).toBe(String(number))
  })
})

describe('the lessons', () => {
  test('are loaded in order', async () => {
    expect((await loadLessons()).map(({ slug }) => slug)).toEqual(LESSONS.map(({ slug }) => slug))
  })

  test('have the numbers of their folders', () => {
    expect(LESSONS.map(({ number }) => String(number).padStart(2, '0'))).toEqual(
      LESSONS.map(({ slug }) => slug.slice(0, 2)),
    )
  })

  test('are eight in the book, which ends in its final exercise', async () => {
    expect((await loadBook()).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect(ENTRIES[8]).toEqual({ name: 'final', part: 'book' })
  })
})
