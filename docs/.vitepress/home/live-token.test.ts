import { createSecretKey } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { pedir } from '#comun/pruebas.ts'
import { crearApp } from '../../../lessons/08-https/app.ts'
import { hmac, SECRET } from '../widgets/common/jwt.ts'
import { judge } from '../widgets/signing-workshop/signing-workshop.ts'
import {
  answerTo,
  CLAIMS,
  type Claims,
  DRAWN_AT,
  expiryOf,
  HEADER,
  payloadOf,
  SIGNATURE,
} from './live-token.ts'

// The finished application, whatever the learner has made of its last lesson.
vi.mock('#ejercicio/08-https/https.ts', () => import('#solucion/08-https/https.ts'))

const app = crearApp({ secreto: createSecretKey(SECRET, 'utf8') })
const at = (seconds: number) => vi.setSystemTime(seconds * 1000)
const drawn = `${HEADER}.${payloadOf(CLAIMS, DRAWN_AT)}.${SIGNATURE}`
const forged = (claims: Claims) => `${HEADER}.${payloadOf(claims, DRAWN_AT)}.${SIGNATURE}`
const signed = async (claims: Claims) => {
  const text = `${HEADER}.${payloadOf(claims, DRAWN_AT)}`
  return `${text}.${await hmac(text, SECRET)}`
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
  at(DRAWN_AT)
})
afterEach(() => {
  vi.useRealTimers()
})

test('the server draws the token that the secret signs', async () => {
  expect(await signed(CLAIMS)).toBe(drawn)
})

test('the finished application takes it, and for no longer than it says', async () => {
  expect((await pedir(app, '/perfil', drawn)).body).toEqual({ id: '1' })
  at(expiryOf(DRAWN_AT) - 1)
  expect((await pedir(app, '/perfil', drawn)).status).toBe(200)
  at(expiryOf(DRAWN_AT))
  expect((await pedir(app, '/perfil', drawn)).body).toEqual({ error: 'Token expirado' })
})

describe('the answer is that of the finished application', () => {
  const admin = { ...CLAIMS, rol: 'admin' }

  test.each<[string, Claims, (claims: Claims) => string | Promise<string>, boolean]>([
    ['as it is', CLAIMS, forged, false],
    ['with another role', admin, forged, false],
    ['with another role, signed', admin, signed, false],
    ['with a role that does not exist, signed', { ...CLAIMS, rol: 'Admin' }, signed, false],
    ['with another identity', { ...CLAIMS, sub: '2' }, forged, false],
    ["with root's identity and role, signed", { sub: '2', rol: 'admin' }, signed, false],
    ['with an identity of nobody, signed', { sub: '01', rol: 'admin' }, signed, false],
    ['without identity, signed', { sub: '', rol: 'admin' }, signed, false],
    ['an hour later', CLAIMS, forged, true],
    ['an hour later, with another role', admin, forged, true],
  ])('to the token %s', async (_name, claims, make, late) => {
    if (late) at(expiryOf(DRAWN_AT))
    const token = await make(claims)
    const { status, body } = await pedir(app, '/admin', token)
    expect(answerTo(claims, await judge(token, SECRET), late)).toMatchObject({ status, body })
  })
})
