import { describe, expect, test } from 'vitest'
import { paintFor, plain } from './paint.ts'

const GREEN = '\u001b[32mvale\u001b[39m'

describe('paintFor', () => {
  const painted = (isTTY: boolean, env: NodeJS.ProcessEnv) => paintFor({ isTTY }, env)('green', 'vale')

  test.each<[string, boolean, NodeJS.ProcessEnv]>([
    ['on a terminal', true, {}],
    ['where FORCE_COLOR asks for it', false, { FORCE_COLOR: '1' }],
    ['on a terminal that only writes, if FORCE_COLOR asks for it', true, { FORCE_COLOR: '3', TERM: 'dumb' }],
    ['if NO_COLOR is empty', true, { NO_COLOR: '' }],
  ])('colours %s', (_where, isTTY, env) => {
    expect(painted(isTTY, env)).toBe(GREEN)
  })

  test.each<[string, boolean, NodeJS.ProcessEnv]>([
    ['anywhere but on a terminal', false, {}],
    ['on a terminal that only writes', true, { TERM: 'dumb' }],
    ['where NO_COLOR asks for it, before FORCE_COLOR', true, { NO_COLOR: '1', FORCE_COLOR: '1' }],
    ['where FORCE_COLOR is 0', true, { FORCE_COLOR: '0' }],
    ['where FORCE_COLOR is false', true, { FORCE_COLOR: 'false' }],
  ])('leaves the text as it is %s', (_where, isTTY, env) => {
    expect(painted(isTTY, env)).toBe('vale')
  })
})

describe('plain', () => {
  test('leaves the text as it is', () => {
    expect(plain('green', 'vale')).toBe('vale')
  })
})
