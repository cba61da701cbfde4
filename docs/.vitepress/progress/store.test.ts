import { beforeEach, describe, expect, test, vi } from 'vitest'
import { parseProgress, STORAGE_KEY } from './progress.ts'
import {
  addProgress,
  clearProgress,
  markQuizPassed,
  markSolved,
  rememberAnswer,
  unmarkSolved,
} from './store.ts'

const kept = new Map<string, string>()
const storage = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => kept.set(key, value),
}
const QUESTION = '01-uno/quiz/1abc'
const TODAY = '2026-11-29'
const stored = () => parseProgress(kept.get(STORAGE_KEY) ?? '')

beforeEach(() => {
  kept.clear()
  vi.stubGlobal('localStorage', storage)
  return () => vi.unstubAllGlobals()
})

describe('the progress in the browser', () => {
  test('remembers lessons and quizzes', () => {
    markSolved('01-uno')
    markQuizPassed('02-dos')
    markSolved('03-tres')
    expect(stored()).toEqual({ solved: ['01-uno', '03-tres'], quizzes: ['02-dos'], review: {} })
  })

  test('takes a mark back', () => {
    markSolved('01-uno')
    markSolved('02-dos')
    unmarkSolved('01-uno')
    expect(stored()).toEqual({ solved: ['02-dos'], quizzes: [], review: {} })
  })

  test('keeps what another tab wrote meanwhile', () => {
    markSolved('01-uno')
    kept.set(STORAGE_KEY, '{"version":1,"solved":["01-uno","02-dos"],"quizzes":["02-dos"]}')
    markSolved('03-tres')
    expect(stored()).toEqual({ solved: ['01-uno', '02-dos', '03-tres'], quizzes: ['02-dos'], review: {} })
  })

  test('adds what is imported to what there is', () => {
    markSolved('01-uno')
    addProgress({ solved: ['02-dos'], quizzes: ['01-uno'], review: {} })
    expect(stored()).toEqual({ solved: ['01-uno', '02-dos'], quizzes: ['01-uno'], review: {} })
  })

  test('starts anew over data that are damaged', () => {
    kept.set(STORAGE_KEY, '{"version":1,"solved":["01-u')
    markSolved('02-dos')
    expect(stored()).toEqual({ solved: ['02-dos'], quizzes: [], review: {} })
  })

  test('remembers the answers of the review, beside all else', () => {
    markSolved('01-uno')
    rememberAnswer(QUESTION, true, TODAY)
    markQuizPassed('01-uno')
    unmarkSolved('01-uno')
    const review = { [QUESTION]: { day: TODAY, days: 6 } }
    expect(stored()).toEqual({ solved: [], quizzes: ['01-uno'], review })
  })

  test('adds the answers that are imported, and of each question keeps the last', () => {
    rememberAnswer(QUESTION, false, TODAY)
    const other = '02-dos/answer/2def'
    const review = { [QUESTION]: { day: '2026-11-01', days: 15 }, [other]: { day: '2026-11-01', days: 6 } }
    addProgress({ solved: [], quizzes: [], review })
    expect(stored()?.review).toEqual({ ...review, [QUESTION]: { day: TODAY, days: 1 } })
  })

  test('forgets', () => {
    markSolved('01-uno')
    rememberAnswer(QUESTION, true, TODAY)
    clearProgress()
    expect(stored()).toEqual({ solved: [], quizzes: [], review: {} })
  })
})
