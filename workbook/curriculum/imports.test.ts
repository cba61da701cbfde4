import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Condition, resolveOwnImport } from './imports.ts'
import { ROOT } from './paths.ts'

const FROM = join(ROOT, 'lessons', '03-expiracion', 'app.ts')
const resolve = (source: string, condition?: Condition) =>
  resolveOwnImport(source, FROM, condition)?.slice(ROOT.length).replaceAll('\\', '/')

describe('resolveOwnImport', () => {
  test.each([
    [undefined, 'lessons/03-expiracion/expiracion.ts', 'solutions/01-generar-el-token/token.ts'],
    ['solucion', 'solutions/03-expiracion/expiracion.ts', 'solutions/01-generar-el-token/token.ts'],
    ['mio', 'lessons/03-expiracion/expiracion.ts', 'lessons/01-generar-el-token/token.ts'],
  ] as const)('chooses the copies of the condition «%s»', (condition, exercise, earlier) => {
    expect(resolve('#ejercicio/03-expiracion/expiracion.ts', condition)).toBe(exercise)
    expect(resolve('#solucion/01-generar-el-token/token.ts', condition)).toBe(earlier)
  })

  test.each([undefined, 'solucion', 'mio'] as const)('finds what is common under «%s»', (condition) => {
    expect(resolve('#comun/rutas.ts', condition)).toBe('lessons/comun/rutas.ts')
  })

  test.each([
    ['./expiracion.ts', 'lessons/03-expiracion/expiracion.ts'],
    ['../02-proteger-rutas/app.ts', 'lessons/02-proteger-rutas/app.ts'],
  ])('finds %s from the folder of who asks', (source, path) => {
    expect(resolve(source)).toBe(path)
  })

  test('resolves a file that does not exist', () => {
    expect(resolve('#ejercicio/99-falsa/nada.ts')).toBe('lessons/99-falsa/nada.ts')
  })

  test.each(['express', 'node:crypto', '@vitest/utils', '#otro/x.ts'])('leaves %s to others', (source) => {
    expect(resolve(source)).toBeUndefined()
  })
})
