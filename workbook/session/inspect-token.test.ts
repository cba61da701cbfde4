import { describe, expect, test } from 'vitest'
import { TEXTS } from '../verdict/tokens/texts.ts'
import { inspectToken } from './inspect-token.ts'

const NOW_S = 1_800_000_000
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const token = (payload: unknown, header: unknown = { alg: 'HS256' }) =>
  `${part(header)}.${part(payload)}.firma`
const inspect = (payload: unknown, header?: unknown) => inspectToken(token(payload, header), NOW_S * 1000)

const GOOD = { sub: '1', exp: NOW_S + 3600 }

describe('inspectToken', () => {
  test('reads header, payload and the seconds that are left', () => {
    expect(inspect(GOOD)).toEqual({
      header: { alg: 'HS256' },
      payload: GOOD,
      secondsLeft: 3600,
      warnings: [],
    })
  })

  test.each([
    ['another algorithm', GOOD, { alg: 'none' }, TEXTS.algorithm('none')],
    ['no subject', { exp: GOOD.exp }, undefined, TEXTS.noSubject],
    ['a subject that is a number', { ...GOOD, sub: 1 }, undefined, TEXTS.subjectNotText],
    ['no expiry', { sub: '1' }, undefined, TEXTS.noExpiry],
    ['an expiry that is a text', { sub: '1', exp: 'mañana' }, undefined, TEXTS.noExpiry],
    ['the very second of its expiry', { sub: '1', exp: NOW_S }, undefined, TEXTS.expired],
    ['more than a day', { sub: '1', exp: NOW_S + 86_401 }, undefined, TEXTS.longLife],
    ['a claim that should not be there', { ...GOOD, Email: 'a@b' }, undefined, TEXTS.sensitive('Email')],
  ])('warns of %s', (_what, payload, header, warning) => {
    expect(inspect(payload, header)?.warnings).toEqual([warning])
  })

  test('does not warn of a day to the second', () => {
    expect(inspect({ sub: '1', exp: NOW_S + 86_400 })?.warnings).toEqual([])
  })

  test('counts the seconds since it expired', () => {
    expect(inspect({ sub: '1', exp: NOW_S - 5 })?.secondsLeft).toBe(-5)
  })

  test.each(['', 'hola', 'a.b.c', `${part([])}.${part({})}.x`, `${part({})}.${part(null)}.x`])(
    'takes nothing else for a token: %j',
    (text) => {
      expect(inspectToken(text)).toBeUndefined()
    },
  )
})
