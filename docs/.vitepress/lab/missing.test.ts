import { expect, test } from 'vitest'
import { findMissing } from './missing.ts'
import { TEXTS } from './texts.ts'

const WHOLE = { Worker: class {}, WebAssembly: {}, crypto: { subtle: {} }, Array, RegExp }

test.each([
  [TEXTS.worker, { Worker: undefined }],
  [TEXTS.wasm, { WebAssembly: undefined }],
  [TEXTS.crypto, { crypto: {} }],
  [TEXTS.recent, { Array: { prototype: {} } }],
  [
    TEXTS.recent,
    {
      RegExp: class {
        constructor() {
          throw new SyntaxError('invalid group')
        }
      },
    },
  ],
])('a browser is told that it lacks %s, and nothing else', (text, lack) => {
  expect(findMissing({ ...WHOLE, ...lack })).toEqual([text])
})

test('a whole browser is told nothing', () => {
  expect(findMissing(WHOLE)).toEqual([])
})

test('all is told in one sentence', () => {
  expect(TEXTS.missing([TEXTS.worker, TEXTS.wasm])).toBe(
    'El laboratorio no funciona en este navegador porque le falta Worker (ejecuta tu código sin detener la página) y WebAssembly (calcula scrypt): usa un Chromium o un Firefox actual, o la terminal.',
  )
})
