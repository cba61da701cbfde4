import { expect, test } from 'vitest'
import { findMissing } from './missing.ts'
import { TEXTS } from './texts.ts'

test('a browser is told all that it lacks, and nothing else', () => {
  const whole = { Worker: class {}, WebAssembly: {}, crypto: { subtle: {} } }
  expect(findMissing(whole)).toEqual([])
  expect(findMissing({ ...whole, crypto: {} })).toEqual([TEXTS.crypto])
  expect(findMissing({})).toEqual([TEXTS.worker, TEXTS.wasm, TEXTS.crypto])
})
