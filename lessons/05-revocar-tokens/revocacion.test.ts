import jwt from 'jsonwebtoken'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { ana, enviar, pedir, SECRETO, tokenDe } from '#comun/pruebas.ts'
import { exigirNoRevocado, identificar, ListaDeRevocados } from '#ejercicio/05-revocar-tokens/revocacion.ts'
import { crearApp } from './app.ts'

const tokenDeAna = () => tokenDe(ana, identificar())
const enUnaHora = () => Math.floor(Date.now() / 1000) + 3600

afterEach(() => void vi.useRealTimers())

describe('identificar', () => {
  test('estrena un identificador cada vez', () => {
    const ids = Array.from({ length: 100 }, () => identificar().jwtid)
    expect(new Set(ids).size, 'Dos sesiones con el mismo jti se cierran a la vez: usa randomUUID').toBe(100)
  })
})

describe('ListaDeRevocados', () => {
  test('recuerda un token revocado y solo ese', () => {
    const lista = new ListaDeRevocados()
    lista.revocar({ sub: '1', jti: 'a', exp: enUnaHora() })
    expect([lista.contiene('a'), lista.contiene('b')]).toEqual([true, false])
  })

  test('revoca dos veces el mismo token sin duplicarlo', () => {
    const lista = new ListaDeRevocados()
    for (let i = 0; i < 2; i++) lista.revocar({ sub: '1', jti: 'a', exp: enUnaHora() })
    expect(lista.tamano).toBe(1)
  })

  test('olvida los tokens que ya expiraron', () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 0 })
    const lista = new ListaDeRevocados()
    for (let segundo = 0; segundo < 1000; segundo++) {
      vi.setSystemTime(segundo * 1000)
      lista.revocar({ sub: '1', jti: `t${segundo}`, exp: segundo + 10 })
    }
    expect(lista.tamano, 'La lista crece sin límite: ¿comparas segundos con milisegundos?').toBe(10)
  })
})

describe('exigirNoRevocado', () => {
  test('devuelve los mismos claims si el token no está en la lista', () => {
    const claims = { sub: '1', jti: 'a' }
    expect(exigirNoRevocado(new ListaDeRevocados())(claims)).toBe(claims)
  })

  test('rechaza un token sin jti', () => {
    const comprobar = exigirNoRevocado(new ListaDeRevocados())
    expect(() => comprobar({ sub: '1' }), 'Sin jti no habría forma de revocarlo').toThrow(
      jwt.JsonWebTokenError,
    )
  })
})

describe('POST /logout', () => {
  test('hace que el token deje de abrir /perfil', async () => {
    const app = crearApp({ secreto: SECRETO })
    const token = tokenDeAna()
    const cierre = await enviar(app, '/logout', token)
    expect(cierre.status, 'El token era bueno: ¿lanza un error revocar?').toBe(200)
    const res = await pedir(app, '/perfil', token)
    expect(res.status, 'El token revocado sigue abriendo, o su error no es un ErrorHttp 401').toBe(401)
    expect(res.body).toEqual({ error: 'Token revocado' })
  })

  test('no cierra las otras sesiones del mismo usuario', async () => {
    const app = crearApp({ secreto: SECRETO })
    const [portatil, movil] = [tokenDeAna(), tokenDeAna()]
    await enviar(app, '/logout', portatil)
    const res = await pedir(app, '/perfil', movil)
    expect(res.status, 'Cerraste todas las sesiones de Ana: guarda el jti, no el sub').toBe(200)
  })

  test('responde 401 si la sesión ya estaba cerrada', async () => {
    const app = crearApp({ secreto: SECRETO })
    const token = tokenDeAna()
    await enviar(app, '/logout', token)
    const res = await enviar(app, '/logout', token)
    expect(res.status, 'Un token revocado tampoco sirve para cerrar sesión').toBe(401)
    expect(res.body).toEqual({ error: 'Token revocado' })
  })

  test('responde 401 si la solicitud no trae token', async () => {
    const res = await enviar(crearApp({ secreto: SECRETO }), '/logout')
    expect(res.status, 'Cerrar sesión también exige un token').toBe(401)
  })

  test('responde «Token expirado» a un token revocado que además expiró', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const app = crearApp({ secreto: SECRETO })
    const token = tokenDeAna()
    await enviar(app, '/logout', token)
    vi.setSystemTime(Date.now() + 3600 * 1000)
    const res = await pedir(app, '/perfil', token)
    expect(res.status, 'Primero la expiración y después la lista').toBe(401)
    expect(res.body).toEqual({ error: 'Token expirado' })
  })
})
