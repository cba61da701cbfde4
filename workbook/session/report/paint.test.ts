import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { paintFor, plain } from './paint.ts'

const GREEN = '\u001b[32mvale\u001b[39m'

describe('paintFor', () => {
  beforeEach(() => {
    vi.stubEnv('NO_COLOR', undefined)
    vi.stubEnv('FORCE_COLOR', undefined)
  })
  afterEach(() => void vi.unstubAllEnvs())

  test('colours on a terminal', () => {
    expect(paintFor({ isTTY: true })('green', 'vale')).toBe(GREEN)
  })

  test('leaves the text as it is anywhere else', () => {
    expect(paintFor({})('green', 'vale')).toBe('vale')
  })

  test('colours where FORCE_COLOR asks for it', () => {
    vi.stubEnv('FORCE_COLOR', '1')
    expect(paintFor({})('green', 'vale')).toBe(GREEN)
  })

  test('obeys NO_COLOR on a terminal, and before FORCE_COLOR', () => {
    vi.stubEnv('NO_COLOR', '1')
    vi.stubEnv('FORCE_COLOR', '1')
    expect(paintFor({ isTTY: true })('green', 'vale')).toBe('vale')
  })

  test('takes an empty NO_COLOR as not set', () => {
    vi.stubEnv('NO_COLOR', '')
    expect(paintFor({ isTTY: true })('green', 'vale')).toBe(GREEN)
  })
})

describe('plain', () => {
  test('leaves the text as it is', () => {
    expect(plain('green', 'vale')).toBe('vale')
  })
})
