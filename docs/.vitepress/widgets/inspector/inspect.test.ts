import jwt from 'jsonwebtoken'
import { describe, expect, test } from 'vitest'
import { readToken, warningsOf } from './inspect.ts'

const NOW = 1_767_261_600
const HS256 = { alg: 'HS256' }
const warn = (payload: Record<string, unknown>, header: Record<string, unknown> = HS256) =>
  warningsOf({ header, payload: { exp: NOW + 60, ...payload } }, NOW).join(' · ')

describe('readToken', () => {
  test('gives both parts of what jsonwebtoken signs', () => {
    const token = jwt.sign({ sub: 'ñ', iat: NOW }, 'secreto')
    expect(readToken(token)).toEqual({
      header: { alg: 'HS256', typ: 'JWT' },
      payload: { sub: 'ñ', iat: NOW },
    })
  })

  test.each(['', 'a.b.c', jwt.sign({}, 's').replace(/\.[^.]*$/, ''), `${jwt.sign({}, 's')}.x`])(
    'takes %j for no token',
    (text) => expect(readToken(text)).toBeUndefined(),
  )
})

describe('warningsOf', () => {
  test('has nothing against a short token without private data', () => {
    expect(warn({ sub: '1', rol: 'admin' })).toBe('')
  })

  test.each([
    ['no exp', { exp: undefined }, 'le falta exp'],
    ['an exp that is text', { exp: 'mañana' }, 'no es un número'],
    ['an exp at this second', { exp: NOW }, 'Ya expiró'],
    ['a life longer than a day', { exp: NOW + 86_401 }, 'Dura más de un día'],
    ['a long life that is almost over', { iat: NOW - 90_000 }, 'Dura más de un día'],
    ['an e-mail', { email: 'a@b.c' }, '«email»'],
    ['a password in Spanish', { contraseña: 'x' }, '«contraseña»'],
    ['a telephone in Spanish', { telefono: 'x' }, '«telefono»'],
    ['a telephone in English', { phone_number: 'x' }, '«phone_number»'],
  ])('tells about %s', (_name, payload, expected) => expect(warn(payload)).toContain(expected))

  test('tells about an unsigned token, however it is written', () => {
    expect(warn({}, { alg: 'nOnE' })).toContain('alg: none')
  })

  test('does not mind a life of a day', () => {
    expect(warn({ exp: NOW + 86_400 })).toBe('')
  })
})
