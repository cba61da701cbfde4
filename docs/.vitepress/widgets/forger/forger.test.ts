import { createSecretKey } from 'node:crypto'
import type { Request, Response } from 'express'
import jwt from 'jsonwebtoken'
import { describe, expect, test } from 'vitest'
import { exigirSecreto, verificarToken } from '#solucion/01-generar-el-token/token.ts'
import { claimsDe, exigirToken } from '#solucion/02-proteger-rutas/guardia.ts'
import { traducirError } from '#solucion/04-manejo-de-errores/errores.ts'
import { exigirRol } from '#solucion/06-mas-datos-en-el-token/roles.ts'
import { randomSecret, signHs256, toBase64url } from '../common/jwt.ts'
import { DICTIONARY } from './dictionary.ts'
import { changeRole, forgeAdmin, guessSecret, tokenOfAna, visitAdmin, WEAK_SECRETS } from './forger.ts'

const SECRET = randomSecret()

/** Lesson 6: the guard, then the role. */
async function visitReal(token: string, secret: string) {
  const request = { get: () => `Bearer ${token}` } as unknown as Request
  const response = { locals: {} } as Response
  try {
    await exigirToken((text) => verificarToken(text, createSecretKey(secret, 'utf8')))(
      request,
      response,
      () => {},
    )
    await exigirRol('admin')(request, response, () => {})
    const { sub: id, rol } = claimsDe(response)
    return { status: 200, body: { id, rol } }
  } catch (error) {
    const { status, message } = traducirError(error)
    return { status, body: { error: message } }
  }
}

describe('visitAdmin', () => {
  const ana = tokenOfAna(SECRET)
  const root = signHs256({ rol: 'admin', sub: '2' }, SECRET)

  test.each([
    ['the token of Ana', ana, 403],
    ['the token of root', root, 200],
    ['the token of Ana with another role', ana.then((token) => changeRole(token, 'admin')), 422],
    ['the token of Ana with the role that it had', ana.then((token) => changeRole(token, 'usuario')), 403],
    ['a token of another secret', signHs256({ rol: 'admin', sub: '2' }, randomSecret()), 422],
    ['a role in capitals', signHs256({ rol: 'Admin', sub: '2' }, SECRET), 403],
    ['a role in a list', signHs256({ rol: ['admin'], sub: '2' }, SECRET), 403],
    ['no role', signHs256({ sub: '2' }, SECRET), 403],
    ['HS512', jwt.sign({ rol: 'admin', sub: '2' }, SECRET, { algorithm: 'HS512' }), 422],
    ['another algorithm in the header', signHs256({ rol: 'admin', sub: '2' }, SECRET, { alg: 'HS384' }), 422],
    ['no signature', `${toBase64url('{"alg":"none"}')}.${toBase64url('{"rol":"admin","sub":"2"}')}.`, 422],
    ['what is no token', '', 422],
  ])('answers %s as lesson 6 does', async (_name, token, status) => {
    const answer = await visitAdmin(await token, SECRET)
    expect(answer.status).toBe(status)
    expect(answer).toEqual(await visitReal(await token, SECRET))
  })
})

describe('the dictionary', () => {
  test('has 50 words, each one once', () => {
    expect(new Set(DICTIONARY).size).toBe(50)
    expect(DICTIONARY).toHaveLength(50)
  })

  test.each(WEAK_SECRETS)('finds %s, and lesson 6 takes the token for root’s', async (secret) => {
    const token = await tokenOfAna(secret)
    const { found, tried, elapsed } = await guessSecret(token, DICTIONARY)
    expect(found).toBe(secret)
    expect(DICTIONARY[tried - 1]).toBe(secret)
    expect(elapsed).toBeGreaterThan(0)
    const forged = await forgeAdmin(token, secret)
    expect(await visitAdmin(forged, secret)).toEqual({ status: 200, body: { id: '1', rol: 'admin' } })
    expect(await visitReal(forged, secret)).toMatchObject({ status: 200 })
  })

  test('knows a word that lesson 1 takes: being long is not enough', () => {
    const taken = DICTIONARY.filter((word) => Buffer.byteLength(word) >= 32)
    expect(taken.map((word) => exigirSecreto(word).export().toString())).toEqual([
      'a-string-secret-at-least-256-bits-long',
    ])
  })

  test('tries all of it against 32 random bytes, for nothing', async () => {
    const attempt = await guessSecret(await tokenOfAna(SECRET), DICTIONARY)
    expect(attempt).toMatchObject({ tried: 50 })
    expect(attempt.found).toBeUndefined()
  })
})

test.each(WEAK_SECRETS)('lesson 1 refuses to start with %s', (secret) => {
  expect(() => exigirSecreto(secret)).toThrow('32 bytes')
})
