import { describe, expect, test } from 'vitest'
import { csv, decimal } from './csv.ts'

const cells = (...row: (string | number)[]) => csv([row]).slice(1, -2)

describe('csv', () => {
  test('is what a spreadsheet of a Spanish system opens: a mark, semicolons, commas in numbers', () => {
    expect(csv([['Nota'], ['Ana', 7.5]])).toBe('\uFEFFNota\r\nAna;7,5\r\n')
  })

  test('quotes what would end a cell', () => {
    expect(cells('García, "Pepe"', 'a;b', 'a\nb')).toBe('"García, ""Pepe""";"a;b";a b')
  })

  test.each(['=CMD()', '+1', '-1', '@SUM(A1)', ' =1', '\t=1', '＝1'])('lets %j be no formula', (text) => {
    expect(cells(text)).toBe(`'${text.trim()}`)
  })

  test('rounds to two decimals', () => {
    expect([10 / 3, 10, 0, 6.005].map(decimal)).toEqual(['3,33', '10', '0', '6,01'])
  })
})
