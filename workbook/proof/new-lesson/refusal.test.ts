import { describe, expect, test } from 'vitest'
import type { LessonId } from '../../curriculum/lesson.ts'
import { readWish } from './refusal.ts'

const lesson = (number: number, name: string, part: LessonId['part'] = 'book'): LessonId => {
  return { number, slug: `${String(number).padStart(2, '0')}-${name}`, part }
}
const BOOK = [lesson(1, 'uno'), lesson(3, 'tres')]
const MORE = [...BOOK, lesson(6, 'seis', 'extension')]

describe('readWish', () => {
  test.each([
    ['after the last one', ['4', 'cuatro'], BOOK, lesson(4, 'cuatro')],
    ['where one is missing', ['02', 'dos'], BOOK, lesson(2, 'dos')],
    ['an extension', ['12', 'mi-oauth2', '--ampliacion'], BOOK, lesson(12, 'mi-oauth2', 'extension')],
  ])('accepts a lesson %s', (_where, args, lessons, wish) => {
    expect(readWish(args, lessons)).toMatchObject(wish)
  })

  test.each([
    ['nothing', [], BOOK, 'Escribe el número'],
    ['no name', ['9'], BOOK, 'Escribe el número'],
    ['an option that it does not know', ['9', 'nueve', '--libro'], BOOK, 'Escribe el número'],
    ['more than it needs', ['9', 'nueve', '--ampliacion', 'más'], BOOK, 'Escribe el número'],
    ['a number that is none', ['nueve', 'nueve'], BOOK, '«nueve» no es un número de lección'],
    ['a number out of range', ['100', 'cien'], BOOK, '«100» no es un número de lección'],
    ['a name with a capital', ['9', 'Nueve'], BOOK, '«Nueve» no sirve de nombre'],
    ['a name with an accent', ['9', 'expiración'], BOOK, '«expiración» no sirve de nombre'],
    ['a name that leaves the folder', ['9', '../nueve'], BOOK, '«../nueve» no sirve de nombre'],
    ['a number that exists', ['3', 'otra'], BOOK, 'La lección 3 ya existe: es lessons/03-tres'],
    ['a name that exists', ['9', 'tres'], BOOK, 'El nombre «tres» ya es el de lessons/03-tres'],
    ['an extension within the book', ['2', 'dos', '--ampliacion'], BOOK, 'Una ampliación va después'],
    ['a lesson of the book after the extension', ['9', 'nueve'], MORE, 'El libro va antes'],
    ['a lesson with none before', ['1', 'uno'], [lesson(2, 'dos')], 'Una lección parte de otra'],
  ])('refuses %s in one sentence', (_what, args, lessons, sentence) => {
    const { refused } = readWish(args, lessons) as { refused: string }
    expect(refused.startsWith(sentence)).toBe(true)
    expect(refused).not.toContain('\n')
  })
})
