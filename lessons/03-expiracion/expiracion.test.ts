import jwt from 'jsonwebtoken'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ana, entrar, pedir, SECRETO, tokenDe } from '#comun/pruebas.ts'
import { exigirExpiracion, expiraEn, leerDuracion } from '#ejercicio/03-expiracion/expiracion.ts'
import { crearToken } from '#solucion/01-generar-el-token/token.ts'
import { crearApp } from './app.ts'

const app = crearApp({ secreto: SECRETO })

// #region reloj
// Solo se congela el reloj: son las diez en punto hasta que la prueba lo adelante.
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-01-01T10:00:00Z') }))
afterEach(() => void vi.useRealTimers())

const LAS_DIEZ = Date.UTC(2026, 0, 1, 10) / 1000
const adelantar = (segundos: number) => vi.setSystemTime((LAS_DIEZ + segundos) * 1000)
// #endregion reloj

const DIEZ_ANIOS = 10 * 365 * 24 * 3600

/** Cualquier error, salvo el de un TODO sin resolver. */
const UN_ERROR = /^(?!TODO)/

describe('leerDuracion', () => {
  test('vale una hora si nadie la configura', () => {
    expect(() => leerDuracion(undefined), 'undefined no es un error: devuelve UNA_HORA').not.toThrow(UN_ERROR)
    expect(leerDuracion(undefined), 'Si texto es undefined, la duración es UNA_HORA').toBe(3600)
  })

  test('devuelve los segundos como número', () => {
    expect(() => leerDuracion('900'), '«900» es una duración válida y la rechazas').not.toThrow(UN_ERROR)
    expect(
      leerDuracion('900'),
      'El entorno solo trae textos: convierte el tuyo con Number y devuelve el número',
    ).toBe(900)
  })

  test.each([
    ['0', 'Con 0 el token nace expirado: exige un número mayor que cero'],
    ['-60', 'Con una duración negativa el token nace expirado: exige un número mayor que cero'],
    ['1h', '«1h» no es un número: parseInt lee solo el 1 y Number da NaN, que hay que rechazar'],
    ['12.5', 'jsonwebtoken no admite fracciones de segundo: comprueba con Number.isInteger'],
    ['', 'Una variable vacía no es una variable sin definir, y Number convierte el vacío en 0'],
  ])('rechaza la duración %j y pide segundos', (texto, frase) => {
    expect(() => leerDuracion(texto), frase).toThrow(UN_ERROR)
    const pedir = 'Di en el mensaje que van en segundos: lo lee quien configura el servidor'
    expect(() => leerDuracion(texto), pedir).toThrow('segundos')
  })
})

describe('expiraEn', () => {
  test('fija exp esos segundos después de iat', () => {
    const opciones = expiraEn(900)
    const emitir = () => crearToken(ana, SECRETO, opciones)
    expect(emitir, 'jsonwebtoken rechaza la opción: tiene que ser expiresIn, un número entero').not.toThrow()
    const { exp, iat = 0 } = jwt.decode(emitir()) as jwt.JwtPayload
    expect(exp, 'El token sale sin exp: devuelve la opción expiresIn').toBeDefined()
    const dura = Number(exp) - iat
    expect(dura, 'Un texto sin unidad son milisegundos: devuelve el número').toBeGreaterThan(1)
    expect(dura, 'expiresIn es cuánto dura el token, no el instante en que expira').toBeLessThan(LAS_DIEZ)
    expect(dura, 'expiresIn va en segundos: devuelve los que recibes, sin convertirlos').toBe(900)
  })
})

describe('exigirExpiracion', () => {
  const exigir = exigirExpiracion(900)

  test('devuelve los mismos claims si el token expira a su hora', () => {
    const claims = { sub: '1', exp: LAS_DIEZ + 900 }
    const frase = 'Rechazas un token bueno: ahora es Date.now() / 1000, en segundos como exp y maxima'
    expect(() => exigir(claims), frase).not.toThrow(UN_ERROR)
    expect(exigir(claims), 'Devuelve los claims al terminar: la guardia los espera').toBe(claims)
  })

  test('rechaza un token que no expira nunca', () => {
    const eterno = () => exigir({ sub: '1', iat: LAS_DIEZ })
    expect(eterno, 'Sin exp, jwt.verify acepta el token siempre: recházalo aquí').toThrow(UN_ERROR)
    const frase = 'Lanza un jwt.JsonWebTokenError: con otra clase, la guardia responde 500'
    expect(eterno, frase).toThrow(jwt.JsonWebTokenError)
  })

  test.each([
    [
      'con exp en milisegundos',
      LAS_DIEZ * 1000,
      'Aceptas un exp en milisegundos: ponle un límite, en segundos',
    ],
    ['que dura diez años', LAS_DIEZ + DIEZ_ANIOS, 'Aceptas un token de diez años: el límite sale de maxima'],
    ['con exp infinito', Infinity, 'Aceptas un exp infinito, que en JSON se escribe 1e400: ponle un límite'],
  ])('rechaza un token %s', (_caso, exp, frase) => {
    expect(() => exigir({ sub: '1', iat: LAS_DIEZ, exp }), frase).toThrow(UN_ERROR)
  })

  test('mide desde la hora del servidor y no desde iat', () => {
    const adelantado = { sub: '1', iat: LAS_DIEZ + DIEZ_ANIOS, exp: LAS_DIEZ + DIEZ_ANIOS + 900 }
    const frase = 'iat lo escribe quien emite y puede mentir: cuenta desde Date.now()'
    expect(() => exigir(adelantado), frase).toThrow(UN_ERROR)
  })

  test('tolera un minuto de desfase entre relojes, y no más', () => {
    const con = (segundos: number) => () => exigir({ sub: '1', exp: LAS_DIEZ + 900 + segundos })
    expect(con(60), 'El reloj de otro servidor puede ir por delante: suma MARGEN').not.toThrow()
    expect(con(61), 'Toleras de más: el límite es ahora + maxima + MARGEN, en segundos').toThrow(UN_ERROR)
  })

  describe('GET /perfil', () => {
    test('abre hasta un segundo antes de que el token expire', async () => {
      const token = tokenDe(ana)
      adelantar(3599)
      const res = await pedir(app, '/perfil', token)
      expect(res.status, 'El token aún vale y no abre: ¿mezclas segundos y milisegundos?').toBe(200)
    })

    test('obliga a iniciar sesión de nuevo al cumplirse la hora', async () => {
      const { body } = await entrar(app)
      const antes = await pedir(app, '/perfil', body.access_token)
      expect(antes.status, 'Rechazas un token recién emitido por POST /login').toBe(200)
      adelantar(3600)
      const despues = await pedir(app, '/perfil', body.access_token)
      expect([401, 422], 'Un token expirado sigue abriendo /perfil').toContain(despues.status)
    })

    test('responde 422 a un token sin exp', async () => {
      const res = await pedir(app, '/perfil', crearToken(ana, SECRETO))
      expect(res.status, 'Un token eterno abre /perfil o lo rechazas con otra clase de error').toBe(422)
    })
  })
})
