import { createSecretKey } from 'node:crypto'
import express from 'express'
import jwt from 'jsonwebtoken'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { pedir } from '#comun/pruebas.ts'
import { perfil } from '#comun/rutas.ts'
import { Usuarios } from '#comun/usuarios.ts'
import { verificarToken } from '#solucion/01-generar-el-token/token.ts'
import { exigirToken, identidadDe } from '#solucion/02-proteger-rutas/guardia.ts'
import { exigirExpiracion, UNA_HORA } from '#solucion/03-expiracion/expiracion.ts'
import { manejarErrores } from '#solucion/04-manejo-de-errores/errores.ts'
import { signHs256 } from '../common/jwt.ts'
import { answerTo, POSSIBLE } from './answers.ts'
import { buildTokens, CASES, NOW, SECRET } from './cases.ts'
import { diagnose } from './diagnosis.ts'

const conExpiracion = exigirExpiracion(UNA_HORA)
const guard = exigirToken((token) => conExpiracion(verificarToken(token, createSecretKey(SECRET, 'utf8'))))
const app = express().get('/perfil', guard, perfil(new Usuarios(), identidadDe)).use(manejarErrores())

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: NOW * 1000 }))
afterEach(() => void vi.useRealTimers())

/** What the real module of lesson 1 throws, as «class: message». */
function realCause(token: string): string | undefined {
  try {
    verificarToken(token, createSecretKey(SECRET, 'utf8'))
  } catch (error) {
    return String(error)
  }
}

describe.each(CASES)('the %s token', (name) => {
  test('is answered as the real server does', async () => {
    const token = (await buildTokens())[name]
    const answer = answerTo(await diagnose(token, SECRET, NOW))
    const { status, body } = await pedir(app, '/perfil', token)
    expect({ status, body }).toEqual(answer)
    expect(POSSIBLE).toContainEqual(answer)
  })

  test('is stopped by the error that jsonwebtoken throws', async () => {
    const token = (await buildTokens())[name]
    const { cause } = await diagnose(token, SECRET, NOW)
    expect(cause && String(cause)).toBe(token && realCause(token))
  })
})

describe('diagnose', () => {
  test.each([
    ['expired in this second', { exp: NOW }],
    ['about to expire', { exp: NOW + 1 }],
    ['valid from this second', { nbf: NOW }],
    ['valid from the next second', { nbf: NOW + 1 }],
    ['not yet valid and expired', { nbf: NOW + 1, exp: NOW }],
    ['without dates', {}],
  ])('agrees with jsonwebtoken on a token %s', async (_name, dates) => {
    const token = await signHs256({ sub: '1', ...dates }, SECRET)
    const { cause } = await diagnose(token, SECRET, NOW)
    expect(cause && String(cause)).toBe(realCause(token))
  })

  test('agrees with jsonwebtoken on another algorithm', async () => {
    const token = jwt.sign({ sub: '1' }, SECRET, { algorithm: 'HS512' })
    const { failed, cause } = await diagnose(token, SECRET, NOW)
    expect([failed, String(cause)]).toEqual(['algorithm', realCause(token)])
  })

  test('looks at the dates of no token whose signature is not ours', async () => {
    const token = await signHs256({ sub: '1', exp: NOW - 1 }, 'otro')
    expect(await diagnose(token, SECRET, NOW)).toMatchObject({ failed: 'signature' })
  })
})
