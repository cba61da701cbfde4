import { expect, test } from 'vitest'
import { v8Stack } from './stacks.ts'

test('a stack of Firefox becomes one of V8, with the error in its first line', () => {
  const firefox = [
    'leerDuracion@lesson:///lessons/03-expiracion/expiracion.ts:12:9',
    '@lesson:///lessons/03-expiracion/expiracion.test.ts:20:5',
    'async*run@http://127.0.0.1/laboratorio.js:3:4',
    '',
  ]
  expect(v8Stack(new TypeError('no vale'), firefox.join('\n'))).toBe(
    [
      'TypeError: no vale',
      '    at leerDuracion (lesson:///lessons/03-expiracion/expiracion.ts:12:9)',
      '    at lesson:///lessons/03-expiracion/expiracion.test.ts:20:5',
      '    at run (http://127.0.0.1/laboratorio.js:3:4)',
    ].join('\n'),
  )
})

test('what has no stack gets none', () => {
  expect(v8Stack(new Error('x'), undefined)).toBeUndefined()
})
