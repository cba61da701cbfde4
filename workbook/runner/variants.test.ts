import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT } from '../curriculum/paths.ts'
import { fromVariantPath, variantPath, variantsPlugin } from './variants.ts'

const FILE = join(ROOT, 'lessons', '03-expiracion', 'expiracion.ts')

describe('variantPath', () => {
  test('gives each variant a path of its own', () => {
    expect(variantPath('una', FILE)).not.toBe(variantPath('otra', FILE))
  })

  test('lies inside of the project, so that its packages are found', () => {
    expect(variantPath('una', FILE).startsWith(ROOT)).toBe(true)
  })
})

describe('fromVariantPath', () => {
  test('gives back the variant and the real file', () => {
    expect(fromVariantPath(variantPath('3-paso-0', FILE))).toEqual({ id: '3-paso-0', file: FILE })
  })

  test('understands the form relative to the root that Vite uses', () => {
    const path = '/.variantes/3-paso-0/lessons/03-expiracion/expiracion.ts'
    expect(fromVariantPath(path)).toEqual({ id: '3-paso-0', file: FILE })
  })

  test('understands a path with slashes on every system', () => {
    const path = variantPath('una', FILE).replaceAll('\\', '/')
    expect(fromVariantPath(path)).toEqual({ id: 'una', file: FILE })
  })

  test.each([FILE, '/lessons/03-expiracion/expiracion.ts', 'express', '#ejercicio/x.ts', ''])(
    'says that «%s» is not of a variant',
    (path) => {
      expect(fromVariantPath(path)).toBeUndefined()
    },
  )
})

describe('variantsPlugin', () => {
  const exercise = join(ROOT, 'lessons', '03-expiracion', 'expiracion.ts')
  const app = join(ROOT, 'lessons', '03-expiracion', 'app.ts')
  const later = join(ROOT, 'lessons', '04-manejo-de-errores', 'app.ts')
  const resolve = (source: string, importer: string) => {
    const { resolveId } = variantsPlugin([{ id: 'una', spec: app, sources: new Map([[exercise, '']]) }])
    return (resolveId as (source: string, importer: string) => unknown)(source, importer)
  }

  test.each([
    ['what the variant replaces', '#ejercicio/03-expiracion/expiracion.ts', variantPath('una', exercise)],
    ['what imports it', '../03-expiracion/app.ts', variantPath('una', app)],
    [
      'what has nothing to do with it, by its real path',
      '#comun/tandas.ts',
      join(ROOT, 'lessons/comun/tandas.ts'),
    ],
  ])('finds %s', (_what, source, path) => {
    expect(resolve(source, variantPath('una', app))).toBe(path)
  })

  test('chooses the copies of its condition, also by what it does not replace', () => {
    const solution = join(ROOT, 'solutions', '03-expiracion', 'expiracion.ts')
    const mine = { id: 'mia', spec: app, sources: new Map(), condition: 'mio' } as const
    const { resolveId } = variantsPlugin([mine, { id: 'una', spec: app, sources: new Map() }])
    const find = (source: string, id: string) =>
      (resolveId as (source: string, importer: string) => unknown)(source, variantPath(id, app))
    expect(find('#solucion/03-expiracion/expiracion.ts', 'mia')).toBe(exercise)
    expect(find('#solucion/03-expiracion/expiracion.ts', 'una')).toBe(solution)
    expect(find('../04-manejo-de-errores/app.ts', 'mia')).toBe(variantPath('mia', later))
    expect(find('../04-manejo-de-errores/app.ts', 'una')).toBe(later)
  })
})
