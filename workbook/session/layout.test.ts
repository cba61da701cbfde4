import { describe, expect, test } from 'vitest'
import { type Block, cut, fit } from './layout.ts'

const block = (text: string, rank: number, more: Partial<Block> = {}): Block => ({
  lines: [text],
  rank,
  ...more,
})

describe('fit', () => {
  const blocks = [block('título', 0), block('uno', 5), block('dos', 9), block('tres', 9), block('cuatro', 5)]

  test.each<[number, string[]]>([
    [5, ['título', 'uno', 'dos', 'tres', 'cuatro']],
    [4, ['título', 'uno', 'dos', 'cuatro']],
    [3, ['título', 'uno', 'cuatro']],
    [2, ['título', 'uno']],
    [1, ['título']],
  ])('leaves in %d rows what matters most, and of several alike the first', (rows, lines) => {
    expect(fit(blocks, 80, rows)).toEqual(lines)
  })

  test('puts the least of a block in its place before it goes', () => {
    const long = { lines: ['a', 'b', 'c'], rank: 9, least: block('a…', 3) }
    expect(fit([block('título', 0), long, block('pie', 5)], 80, 4)).toEqual(['título', 'a…', 'pie'])
    expect(fit([block('título', 0), long, block('pie', 5)], 80, 1)).toEqual(['título'])
  })

  test('leaves no gap at the ends, nor two together', () => {
    const gaps = [block('', 1), block('uno', 0), block('', 1), block('', 1), block('dos', 0), block('', 1)]
    expect(fit(gaps, 80, 9)).toEqual(['uno', '', 'dos'])
  })
})

test('cut counts the rows that a long line takes', () => {
  expect(cut(['x'.repeat(25), 'uno', 'dos'], 10, 4)).toEqual(['x'.repeat(25), 'uno'])
})
