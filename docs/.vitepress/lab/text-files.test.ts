import { expect, test } from 'vitest'
import { readText } from './text-files.ts'

test('a file of text is read without its BOM, with the line ends of the editor', async () => {
  expect(await readText(new Blob(['\uFEFFuna\r\notra ñ\n']))).toBe('una\notra ñ\n')
})

test.each([
  ['is no UTF-8', new Uint8Array([0x61, 0xf1, 0x62])],
  ['is no text', 'a\0b'],
  ['is too big', 'a'.repeat(200_001)],
])('a file that %s is not', async (_what, content) => {
  expect(await readText(new Blob([content]))).toBeUndefined()
})
