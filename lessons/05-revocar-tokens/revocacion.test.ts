import jwt from 'jsonwebtoken'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { alterar, ana, enviar, pedir, root, SECRETO, tokenDe } from '#comun/pruebas.ts'
import { exigirNoRevocado, identificar, ListaDeRevocados } from '#ejercicio/05-revocar-tokens/revocacion.ts'
import { crearApp } from './app.ts'

/** El instante en que se detiene el reloj, en segundos. */
const AHORA = 1_800_000_000

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: AHORA * 1000 }))
afterEach(() => void vi.useRealTimers().restoreAllMocks())

describe('identificar', () => {
  test('estrena un identificador en cada llamada', () => {
    const frase = 'Devuelve solo la opción jwtid, con un texto: así llama jsonwebtoken a lo que será jti'
    expect(identificar(), frase).toEqual({ jwtid: expect.any(String) })
    const ids = Array.from({ length: 100 }, () => identificar().jwtid)
    expect(new Set(ids).size, 'Dos tokens con el mismo jti se revocan a la vez: usa randomUUID').toBe(100)
  })

  test('no se deja adivinar por quien conoce otros tokens', () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.5)
    const [uno, otro] = [identificar().jwtid, identificar().jwtid]
    expect(uno, 'Math.random no es azar para la seguridad: usa randomUUID').not.toBe(otro)
    expect(uno.length, 'Un contador o un texto corto se adivina: usa randomUUID').toBeGreaterThan(20)
  })
})

describe('revocar', () => {
  test('recuerda el token revocado y ningún otro', () => {
    const lista = new ListaDeRevocados()
    lista.revocar({ sub: '1', jti: 'portatil', exp: AHORA + 3600 })
    expect(lista.contiene('1'), 'Guardaste el sub: eso revoca a la persona; guarda el jti').toBe(false)
    expect(lista.contiene('portatil'), 'Guarda el jti como clave y su exp como valor').toBe(true)
  })

  test('recuerda el token revocado hasta el último instante de su vida', () => {
    const lista = new ListaDeRevocados()
    const exp = AHORA + 7200
    lista.revocar({ sub: '1', jti: 'portatil', exp })
    lista.revocar({ sub: '1', jti: 'movil', exp })
    const vigente = 'Se olvidó un token vigente: ¿comparas al revés, o segundos con milisegundos?'
    expect(lista.contiene('portatil'), vigente).toBe(true)
    vi.setSystemTime(exp * 1000 - 1)
    lista.revocar({ sub: '1', jti: 'tableta', exp: exp + 7200 })
    const antes = 'El token vuelve a valer antes de expirar: recuérdalo hasta su exp exacto'
    expect(lista.contiene('portatil'), antes).toBe(true)
  })

  test('olvida los tokens que ya expiraron', () => {
    const lista = new ListaDeRevocados()
    for (let segundo = 0; segundo < 100; segundo++) {
      vi.setSystemTime((AHORA + segundo) * 1000)
      lista.revocar({ sub: '1', jti: `sesion-${segundo}`, exp: AHORA + segundo + 10 })
    }
    expect(lista.tamano, 'La lista no deja de crecer: borra los que ya expiraron').toBeLessThan(12)
  })

  test('no olvida nunca un token que no expira', () => {
    const lista = new ListaDeRevocados()
    lista.revocar({ sub: '1', jti: 'eterno' })
    vi.setSystemTime(Number.MAX_SAFE_INTEGER / 2)
    lista.revocar({ sub: '1', jti: 'portatil', exp: AHORA })
    expect(lista.contiene('eterno'), 'Un token sin exp no deja de valer solo: no lo olvides').toBe(true)
  })
})

describe('exigirNoRevocado', () => {
  test('devuelve los claims de un token que nadie revocó', () => {
    const claims = { sub: '1', jti: 'portatil' }
    const comprobar = () => exigirNoRevocado(new ListaDeRevocados())(claims)
    expect(comprobar, 'Rechazas un token que nadie revocó: ¿está la condición al revés?').not.toThrow()
    expect(comprobar(), 'Devuelve los claims que recibiste: la ruta los necesita').toEqual(claims)
  })

  test.each([
    [undefined, 'Un token sin jti no se podría revocar: lanza un JsonWebTokenError'],
    ['', 'Un jti vacío lo comparten todos los que no tienen: lanza un JsonWebTokenError'],
    [7, 'La lista guarda textos: comprueba con typeof que jti lo es'],
    [['portatil'], 'La lista guarda textos: comprueba con typeof que jti lo es'],
  ])('rechaza un token sin un jti de texto (%j)', async (jti, frase) => {
    const comprobar = async () => exigirNoRevocado(new ListaDeRevocados())({ sub: '1', jti: jti as string })
    expect(await comprobar().catch((error) => error), frase).toBeInstanceOf(jwt.JsonWebTokenError)
  })

  describe('POST /logout', () => {
    test('cierra /perfil y /logout a todas las copias del token', async () => {
      const app = crearApp({ secreto: SECRETO })
      const copia = tokenDe(ana)
      const cierre = await enviar(app, '/logout', copia)
      expect(
        cierre.status,
        'POST /logout rechaza un token vigente o falla: mira exigirNoRevocado y revocar',
      ).toBe(200)
      for (const res of [await pedir(app, '/perfil', copia), await enviar(app, '/logout', copia)]) {
        expect(res.status, 'El token revocado sigue abriendo: busca su jti en la lista').not.toBe(200)
        expect(res.status, 'Revocado es 401: lanza ErrorHttp (un JsonWebTokenError da 422)').toBe(401)
        expect(res.body, 'El mensaje del ErrorHttp es «Token revocado»').toEqual({ error: 'Token revocado' })
      }
    })

    test('no cierra las otras sesiones de la misma cuenta', async () => {
      const app = crearApp({ secreto: SECRETO })
      await enviar(app, '/logout', tokenDe(ana, { jwtid: 'portatil' }))
      const res = await pedir(app, '/perfil', tokenDe(ana, { jwtid: 'movil' }))
      expect(res.status, 'Se cerraron todas las sesiones de Ana: busca el jti, no el sub').toBe(200)
    })

    test('no cierra la sesión ajena que nombra un token alterado', async () => {
      const app = crearApp({ secreto: SECRETO })
      await enviar(app, '/logout', alterar(tokenDe(ana), { jti: 'de-root' }))
      const res = await pedir(app, '/perfil', tokenDe(root, { jwtid: 'de-root' }))
      expect(res.status, 'Un token con la firma rota cerró la sesión de root').toBe(200)
    })

    test('rechaza por expirado el token que la lista ya olvidó', async () => {
      const revocados = new ListaDeRevocados()
      const app = crearApp({ secreto: SECRETO, revocados })
      const viejo = tokenDe(ana, { jwtid: 'viejo' })
      await enviar(app, '/logout', viejo)
      vi.setSystemTime((AHORA + 3601) * 1000)
      await enviar(app, '/logout', tokenDe(ana, { jwtid: 'nuevo' }))
      expect(revocados.contiene('nuevo'), 'POST /logout no revocó el token de Ana').toBe(true)
      expect(revocados.contiene('viejo'), 'Ya expiró y sigue en la lista: bórralo en revocar').toBe(false)
      const res = await pedir(app, '/perfil', viejo)
      expect(res.body, 'De los expirados se encarga verificarToken').toEqual({ error: 'Token expirado' })
    })
  })
})
