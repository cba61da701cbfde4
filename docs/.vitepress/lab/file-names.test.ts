import { expect, test } from 'vitest'
import { tabName } from './file-names.ts'

test.each([
  ['lessons/03-expiracion/app.ts', 'app.ts'],
  ['lessons/02-proteger-rutas/app.ts', 'Lección 2: app.ts'],
  ['lessons/comun/rutas.ts', 'comun/rutas.ts'],
  ['solutions/01-generar-el-token/token.ts', 'Lección 1: token.ts'],
])('%s is called %s in lesson 3', (path, name) => {
  expect(tabName(path, '03-expiracion')).toBe(name)
})
