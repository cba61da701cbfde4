import { describe, expect, test } from 'vitest'
import { loadLessons } from '../curriculum/lessons.ts'
import { requestsFor } from './requests.ts'

const lessons = await loadLessons()

describe('requestsFor', () => {
  const titles = (number: number) => {
    const lesson = lessons.find((lesson) => lesson.number === number)!
    return requestsFor(lesson, lessons).map(({ method, path, token }) => `${method} ${path} ${token ?? ''}`)
  }

  test('starts with the two logins', () => {
    expect(titles(1)).toEqual(['POST /login ', 'POST /login '])
  })

  test('adds those of each lesson to those before', () => {
    expect(titles(2)).toEqual([...titles(1), 'GET /perfil ', 'GET /perfil last', 'GET /perfil altered'])
    expect(titles(3)).toEqual(titles(2))
    expect(titles(8)).toEqual([...titles(2), 'POST /login ', 'POST /logout last', 'GET /admin last'])
  })
})
