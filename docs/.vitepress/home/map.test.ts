import { describe, expect, test } from 'vitest'
import type { Pieza } from '../../../lessons/comun/leccion.ts'
import { loadBook } from '../../../workbook/curriculum/lessons.ts'
import { laneOf, stepOf } from './map.ts'

const lesson = (number: number, via: Pieza['via'], antesDe?: number) => ({
  number,
  part: 'book' as const,
  piece: { tarjeta: '', nombre: '', logro: '', via, ...(antesDe && { antesDe }) },
})

describe('laneOf', () => {
  test('puts a piece behind those that its lane has, or before the one that it names', () => {
    const lessons = [lesson(1, 'login'), lesson(2, 'guardia'), lesson(3, 'login', 1), lesson(4, 'login')]
    expect(laneOf('login', lessons).map(({ number }) => number)).toEqual([3, 1, 4])
  })

  test.each([
    ['login', [7, 1]],
    ['guardia', [2, 3, 5, 6]],
    ['fallo', [4]],
    ['conexion', [8]],
  ] as const)('draws the lane «%s» of the book as its application goes through it', async (lane, order) => {
    const lessons = (await loadBook()).map(({ number, part, manifest }) => ({
      number,
      part,
      piece: manifest.pieza,
    }))
    expect(laneOf(lane, lessons).map(({ number }) => number)).toEqual(order)
  })
})

describe('stepOf', () => {
  const lessons = [1, 2, 4].map((number) => lesson(number, 'login'))

  test('is the lesson before the next one, whatever its number', () => {
    expect(stepOf(lessons, lessons[2])).toBe(2)
  })

  test('leaves the extension to who has begun it', () => {
    const more = [...lessons, { ...lesson(9, 'login'), part: 'extension' as const }]
    expect(stepOf(more)).toBe(4)
    expect(stepOf(more, more[3])).toBe(4)
    expect(stepOf([...more, lesson(10, 'login')], lesson(10, 'login'))).toBe(9)
  })

  test('is the last one for who has not begun, and for who has finished', () => {
    expect(stepOf(lessons, lessons[0])).toBe(4)
    expect(stepOf(lessons)).toBe(4)
  })
})
