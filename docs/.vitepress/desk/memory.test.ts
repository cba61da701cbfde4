import { expect, test } from 'vitest'
import { parseMemory } from './memory.ts'

test.each([
  [null, { open: false, width: 50 }],
  ['{', { open: false, width: 50 }],
  ['{"open":true,"width":40}', { open: true, width: 40 }],
  ['{"open":"yes","width":5}', { open: false, width: 36 }],
  ['{"width":"ancho"}', { open: false, width: 50 }],
])('reads %j', (text, memory) => {
  expect(parseMemory(text)).toEqual(memory)
})
