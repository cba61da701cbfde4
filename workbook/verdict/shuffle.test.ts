import { describe, expect, test } from 'vitest'
import { loadLessons } from '../curriculum/lessons.ts'
import { shuffled } from './shuffle.ts'

/** Gives these numbers, one after the other. */
const giving = (numbers: number[]) => () => numbers.shift() ?? 0

describe('shuffled', () => {
  test('gives each item once', () => {
    expect(shuffled(['a', 'b', 'c', 'd']).sort()).toEqual(['a', 'b', 'c', 'd'])
  })

  test.each([
    [[0, 0, 0], 'abc'],
    [[0.999, 0.999, 0.999], 'cba'],
    [[0.4, 0.5, 0], 'bca'],
  ])('takes at each step one of those that are left: %j', (numbers, order) => {
    expect(shuffled([...'abc'], giving(numbers)).join('')).toBe(order)
  })

  test('leaves alone what it is given', () => {
    const items = ['a', 'b']
    shuffled(items, giving([0.9, 0]))
    expect(items).toEqual(['a', 'b'])
  })
})

// Without JavaScript nobody shuffles them.
describe('the right options, as the manifests write them', () => {
  test('stand as often in one place as in another', async () => {
    const questions = (await loadLessons()).flatMap(({ manifest }) => manifest.preguntas)
    const places = questions.map(({ opciones }) => opciones.findIndex(({ correcta }) => correcta))
    const often = [0, 1, 2, 3].map((place) => places.filter((each) => each === place).length)
    expect(Math.max(...often)).toBeLessThanOrEqual(questions.length / 3)
    expect(Math.min(...often)).toBeGreaterThanOrEqual(questions.length / 6)
  })
})
