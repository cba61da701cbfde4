import { describe, expect, test } from 'vitest'
import { appOf, composedIn, entriesOf, type LessonId, lessonsOf } from './lesson.ts'

const lesson = (number: number, part: LessonId['part']): LessonId => ({ number, slug: `${number}-x`, part })
const BOOK = [lesson(1, 'book'), lesson(2, 'book')]
// The third is missing, and the number of the next one is still that of its folder.
const MORE = [lesson(4, 'extension'), lesson(11, 'extension')]
const ALL = [...BOOK, ...MORE]

describe('the parts of the workbook', () => {
  test('count their own lessons', () => {
    expect([lessonsOf('book', ALL), lessonsOf('extension', ALL)]).toEqual([BOOK, MORE])
  })

  test('the book is put together without the extension, which goes on from it', () => {
    expect([composedIn('book', ALL), composedIn('extension', ALL)]).toEqual([BOOK, ALL])
  })

  test('each has the app of its last lesson', () => {
    const apps = [composedIn('book', ALL), composedIn('extension', ALL)].map(appOf)
    expect(apps).toEqual([BOOK[1], MORE[1]])
  })
})

describe('entriesOf', () => {
  test('lists the book with its final exercise, and then the extension with its own', () => {
    expect(entriesOf(ALL).map(({ name }) => name)).toEqual(['1', '2', 'final', '4', '11', 'ampliacion'])
  })

  test('does not offer an extension without lessons', () => {
    expect(entriesOf(BOOK).map(({ name }) => name)).toEqual(['1', '2', 'final'])
  })
})
