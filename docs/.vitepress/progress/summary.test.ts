import { describe, expect, test } from 'vitest'
import { NOTHING_DONE } from './progress.ts'
import { summarize } from './summary.ts'

const ONE = { number: 1, slug: '01-uno', title: '1. Uno', part: 'book' } as const
const TWO = { number: 2, slug: '02-dos', title: '2. Dos', part: 'book' } as const
const THREE = { number: 3, slug: '03-tres', title: '3. Tres', part: 'book' } as const
const LESSONS = [ONE, TWO, THREE]

describe('summarize', () => {
  test('starts with the first lesson', () => {
    expect(summarize(NOTHING_DONE, LESSONS)).toEqual({ solved: 0, quizzes: 0, total: 3, next: ONE })
  })

  test('counts lessons and quizzes apart', () => {
    const progress = { solved: ['01-uno'], quizzes: ['02-dos', '03-tres'] }
    expect(summarize(progress, LESSONS)).toEqual({ solved: 1, quizzes: 2, total: 3, next: TWO })
  })

  test('goes on with the first gap', () => {
    expect(summarize({ solved: ['01-uno', '03-tres'], quizzes: [] }, LESSONS).next).toEqual(TWO)
  })

  test('has nothing next when all are done', () => {
    expect(summarize({ solved: ['03-tres', '02-dos', '01-uno'], quizzes: [] }, LESSONS).next).toBeUndefined()
  })

  test('does not count lessons that do not exist', () => {
    expect(summarize({ solved: ['09-otra'], quizzes: ['09-otra'] }, LESSONS)).toMatchObject({
      solved: 0,
      quizzes: 0,
    })
  })
})
