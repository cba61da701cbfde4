import { describe, expect, test } from 'vitest'
import { collectLessons } from '../../../workbook/lab/build/lesson-data.ts'
import { givenFiles } from './given-files.ts'

const data = await collectLessons()
const exercises = data.lessons.map(({ exercise }) => exercise)
const paths = (slug: string) => givenFiles(data, slug).map(({ path }) => path)

describe('givenFiles', () => {
  test('starts with the app of the lesson', () => {
    expect(paths('03-expiracion')[0]).toBe('lessons/03-expiracion/app.ts')
  })

  test('has what the app and the tests import, and what that imports', () => {
    const found = paths('03-expiracion')
    for (const path of [
      'lessons/03-expiracion/expiracion.test.ts',
      'lessons/03-expiracion/problema.ts',
      'lessons/comun/rutas.ts',
      'lessons/comun/errores.ts',
      'solutions/01-generar-el-token/token.ts',
      'solutions/02-proteger-rutas/guardia.ts',
    ])
      expect(found).toContain(path)
  })

  test.each(data.lessons)(
    '$number has no solution that is still to be written, and no exercise',
    ({ slug }) => {
      const found = paths(slug)
      expect(found.filter((path) => path.startsWith('solutions/') && path.slice(10) >= slug)).toEqual([])
      expect(found.filter((path) => exercises.includes(path))).toEqual([])
      expect(new Set(found).size).toBe(found.length)
    },
  )
})
