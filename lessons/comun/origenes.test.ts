import { expect, test } from 'vitest'
import { exigirOrigenes } from './origenes.ts'

test.each([[[]], [['https://app.ejemplo.com']], [['https://localhost:3001', 'http://127.0.0.1:3000']]])(
  'devuelve los orígenes %j',
  (origenes) => {
    expect(exigirOrigenes(origenes)).toBe(origenes)
  },
)

test.each([
  ['https://app.ejemplo.com/', 'https://app.ejemplo.com'],
  ['https://App.Ejemplo.com', 'https://app.ejemplo.com'],
  ['https://app.ejemplo.com:443', 'https://app.ejemplo.com'],
  ['https://app.ejemplo.com/perfil', 'https://app.ejemplo.com'],
])('de %s dice cómo se escribe', (origen, escrito) => {
  const lanzar = () => exigirOrigenes(['https://otra.ejemplo.com', origen])
  expect(lanzar).toThrow(`El origen «${origen}» se escribe como lo hace el navegador: ${escrito}`)
})

// De `localhost:3000`, el origen es «null»: el de cualquier página que no dice el suyo.
test.each(['null', '*', '', 'app.ejemplo.com', 'localhost:3000', 'mailto:ana@example.com'])(
  'no admite %j',
  (origen) => {
    expect(() => exigirOrigenes([origen])).toThrow('https://app.ejemplo.com')
  },
)
