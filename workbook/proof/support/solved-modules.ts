import { basename } from 'node:path'
import { afterAll, beforeAll, vi } from 'vitest'
import type { Lesson } from '../../curriculum/lesson.ts'

/** The apps of these lessons, imported by the tests of this file, have our solution in the place of the exercise. */
export function useSolutions(lessons: readonly Lesson[]): void {
  beforeAll(() => {
    vi.resetModules()
    for (const { slug, solution } of lessons) {
      const file = basename(solution, '.ts')
      vi.doMock(`#ejercicio/${slug}/${file}.ts`, () => import(`#solucion/${slug}/${file}.ts`))
    }
  })
  afterAll(() => {
    for (const { slug, solution } of lessons) vi.doUnmock(`#ejercicio/${slug}/${basename(solution)}`)
  })
}
