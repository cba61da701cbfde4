import { describe, expect, test } from 'vitest'
import { wrap } from './wrap.ts'

describe('wrap', () => {
  test('leaves a short text in one line', () => {
    expect(wrap('dos palabras', 0)).toEqual(['dos palabras'])
  })

  test('breaks between words', () => {
    expect(wrap('uno dos tres', 0, 8)).toEqual(['uno dos', 'tres'])
  })

  test('fills a line up to the last column', () => {
    expect(wrap('uno dos tres', 0, 7)).toEqual(['uno dos', 'tres'])
  })

  test('indents every line and counts the indentation', () => {
    expect(wrap('uno dos tres', 4, 11)).toEqual(['    uno dos', '    tres'])
  })

  test('never cuts a word that does not fit', () => {
    expect(wrap('a esternocleidomastoideo b', 0, 5)).toEqual(['a', 'esternocleidomastoideo', 'b'])
    expect(wrap('esternocleidomastoideo b', 0, 5)).toEqual(['esternocleidomastoideo', 'b'])
  })

  test('keeps lines of 80 columns unless told otherwise', () => {
    const lines = wrap('palabra '.repeat(40).trim(), 8)
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80)
    expect(lines.length).toBeGreaterThan(3)
  })
})
