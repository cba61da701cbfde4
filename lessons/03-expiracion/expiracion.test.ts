import jwt from 'jsonwebtoken'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ana, entrar, pedir, SECRETO, tokenDe } from '#comun/pruebas.ts'
import { exigirExpiracion, expiraEn, leerDuracion } from '#ejercicio/03-expiracion/expiracion.ts'
import { crearToken } from '#solucion/01-generar-el-token/token.ts'
import { crearApp } from './app.ts'

const app = crearApp({ secreto: SECRETO })

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-01-01T10:00:00Z') }))
afterEach(() => void vi.useRealTimers())

const ahora = () => Math.floor(Date.now() / 1000)
const avanzar = (segundos: number) => vi.setSystemTime(Date.now() + segundos * 1000)

describe('leerDuracion', () => {
  test('vale una hora si no se configura', () => {
    expect(leerDuracion(undefined)).toBe(3600)
  })

  test('devuelve los segundos como número', () => {
    expect(leerDuracion('900'), 'El entorno solo trae textos: conviértelo').toBe(900)
  })

  test.each(['0', '-60', '1h', '12.5', ''])('rechaza %j', (texto) => {
    expect(() => leerDuracion(texto), 'parseInt y Number perdonan demasiado: usa Number.isInteger').toThrow(
      'segundos',
    )
  })
})

describe('expiraEn', () => {
  test('fija exp esos segundos después de iat', () => {
    const { exp = 0, iat = 0 } = jwt.decode(crearToken(ana, SECRETO, expiraEn(900))) as jwt.JwtPayload
    expect(exp - iat, 'Un número son segundos; un texto, milisegundos').toBe(900)
  })
})

describe('exigirExpiracion', () => {
  test('devuelve los mismos claims si el token expira a su hora', () => {
    const claims = { sub: '1', exp: ahora() + 3600 }
    expect(exigirExpiracion(3600)(claims), '¿Olvidaste devolver los claims?').toBe(claims)
  })

  test('rechaza un token que no expira nunca', () => {
    expect(() => exigirExpiracion(3600)({ sub: '1' }), 'Sin exp, jwt.verify lo acepta siempre').toThrow(
      jwt.JsonWebTokenError,
    )
  })

  test('rechaza un token que dura mucho más que los nuestros', () => {
    const enMilisegundos = Date.now() + 3600
    expect(() => exigirExpiracion(3600)({ sub: '1', exp: enMilisegundos }), 'exp va en segundos').toThrow(
      jwt.JsonWebTokenError,
    )
  })

  test('tolera un minuto de diferencia entre relojes', () => {
    expect(exigirExpiracion(3600)({ sub: '1', exp: ahora() + 3630 })).toMatchObject({ sub: '1' })
  })
})

describe('GET /perfil', () => {
  test('abre un segundo antes de que el token expire', async () => {
    const token = tokenDe(ana)
    avanzar(3599)
    const res = await pedir(app, '/perfil', token)
    expect(res.status, 'El token aún vale: ¿mezclaste segundos y milisegundos?').toBe(200)
  })

  test('obliga a iniciar sesión de nuevo cuando pasa la hora', async () => {
    const { body } = await entrar(app)
    const antes = await pedir(app, '/perfil', body.access_token)
    expect(antes.status, 'El token recién creado debe abrir').toBe(200)
    avanzar(3600)
    const despues = await pedir(app, '/perfil', body.access_token)
    expect(despues.status, 'El token expirado sigue abriendo /perfil').not.toBe(200)
  })

  test('responde 422 a un token sin exp', async () => {
    const res = await pedir(app, '/perfil', crearToken(ana, SECRETO))
    expect(res.status, 'Aceptaste un token eterno: ¿lanzas un JsonWebTokenError si falta exp?').toBe(422)
  })
})
