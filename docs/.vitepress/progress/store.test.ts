import { beforeEach, describe, expect, test, vi } from 'vitest'
import { parseProgress, STORAGE_KEY } from './progress.ts'
import { addProgress, clearProgress, markQuizPassed, markSolved, unmarkSolved } from './store.ts'

const kept = new Map<string, string>()
const storage = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => kept.set(key, value),
}
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
    expect(stored()).toEqual({ solved: ['01-uno', '03-tres'], quizzes: ['02-dos'] })
  })

  test('takes a mark back', () => {
    markSolved('01-uno')
    markSolved('02-dos')
    unmarkSolved('01-uno')
    expect(stored()).toEqual({ solved: ['02-dos'], quizzes: [] })
  })

  test('keeps what another tab wrote meanwhile', () => {
    markSolved('01-uno')
    kept.set(STORAGE_KEY, '{"version":1,"solved":["01-uno","02-dos"],"quizzes":["02-dos"]}')
    markSolved('03-tres')
    expect(stored()).toEqual({ solved: ['01-uno', '02-dos', '03-tres'], quizzes: ['02-dos'] })
  })

  test('adds what is imported to what there is', () => {
    markSolved('01-uno')
    addProgress({ solved: ['02-dos'], quizzes: ['01-uno'] })
    expect(stored()).toEqual({ solved: ['01-uno', '02-dos'], quizzes: ['01-uno'] })
  })

  test('starts anew over data that are damaged', () => {
    kept.set(STORAGE_KEY, '{"version":1,"solved":["01-u')
    markSolved('02-dos')
    expect(stored()).toEqual({ solved: ['02-dos'], quizzes: [] })
  })

  test('forgets', () => {
    markSolved('01-uno')
    clearProgress()
    expect(stored()).toEqual({ solved: [], quizzes: [] })
  })
})
