import { describe, expect, test } from 'vitest'
import { loadLessons } from '../../../workbook/curriculum/lessons.ts'
import { proseParts } from './prose-parts.ts'

const lessons = await loadLessons()

describe('proseParts', () => {
  test('tells code from the rest', () => {
    expect(proseParts('`uno` y dos: `|| 3`')).toEqual([
      { text: 'uno', code: true },
      { text: ' y dos: ', code: false },
      { text: '|| 3', code: true },
    ])
  })

  test('leaves no backtick without its other half in any hint', () => {
    const hints = lessons.flatMap(({ manifest }) => manifest.tareas.flatMap(({ pistas }) => pistas))
    expect(hints.filter((hint) => hint.split('`').length % 2 === 0)).toEqual([])
  })
})
