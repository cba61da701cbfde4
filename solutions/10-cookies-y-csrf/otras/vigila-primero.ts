// Primero vigila, y solo si la deja seguir pone la cookie.
import type { CookieOptions, RequestHandler } from 'express'
import { ErrorHttp } from '#comun/errores.ts'

export const COOKIE = '__Host-token'
export const COOKIE_DE_RENOVACION = '__Host-renovacion'

export function opcionesDeCookie(segundos: number): CookieOptions {
  return { httpOnly: true, secure: true, sameSite: 'strict', path: '/', maxAge: segundos * 1000 }
}

export function leerCookie(encabezado: string | undefined, nombre: string): string | undefined {
  const cookie = `; ${encabezado ?? ''}`
  const inicio = cookie.indexOf(`; ${nombre}=`)
  if (inicio === -1) return undefined
  const valor = inicio + nombre.length + 3
  const fin = cookie.indexOf(';', valor)
  return cookie.slice(valor, fin === -1 ? undefined : fin)
}

export function exigirOrigen(origenes: string[]): RequestHandler {
  const permitir = (origen: string | undefined) => origen !== undefined && origenes.indexOf(origen) !== -1
  return function exigirOrigen(req, _res, next) {
    const cambiaAlgo = req.method !== 'GET' && req.method !== 'HEAD' && req.method !== 'OPTIONS'
    const esAjena = req.get('Sec-Fetch-Site') !== 'same-origin' && !permitir(req.get('Origin'))
    if (cambiaAlgo && esAjena) throw new ErrorHttp(403, 'Origen no permitido')
    next()
  }
}

export function aceptarCookie(vigilar: RequestHandler): RequestHandler {
  return function aceptarCookie(req, res, next) {
    const token = leerCookie(req.get('Cookie'), COOKIE)
    const entrar = (aviso?: unknown) => {
      if (aviso === undefined) req.headers.authorization = `Bearer ${token}`
      next(aviso)
    }
    const conCookie = req.get('Authorization') === undefined && token !== undefined
    return conCookie ? vigilar(req, res, entrar) : next()
  }
}
