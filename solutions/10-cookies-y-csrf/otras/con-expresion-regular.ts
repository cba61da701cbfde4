// Una expresión regular lee la cookie, y el rechazo va a `next` en vez de lanzarse.
import type { CookieOptions, RequestHandler } from 'express'
import { ErrorHttp } from '#comun/errores.ts'

export const COOKIE = '__Host-token'
export const COOKIE_DE_RENOVACION = '__Host-renovacion'

export function opcionesDeCookie(segundos: number): CookieOptions {
  return { path: '/', maxAge: 1000 * segundos, sameSite: true, secure: true, httpOnly: true }
}

export function leerCookie(encabezado = '', nombre: string): string | undefined {
  return new RegExp(`(?:^|; )${nombre}=([^;]*)`).exec(encabezado)?.[1]
}

export function exigirOrigen(origenes: string[]): RequestHandler {
  return (req, _res, next) => {
    if (/^(GET|HEAD|OPTIONS)$/.test(req.method)) return next()
    if (req.headers['sec-fetch-site'] === 'same-origin') return next()
    if (origenes.includes(req.headers.origin ?? '')) return next()
    next(new ErrorHttp(403, 'Origen no permitido'))
  }
}

export function aceptarCookie(vigilar: RequestHandler): RequestHandler {
  return (req, res, next) => {
    const token = leerCookie(req.headers.cookie, COOKIE)
    if (req.headers.authorization === undefined && token !== undefined) {
      req.headers.authorization = `Bearer ${token}`
      return vigilar(req, res, next)
    }
    next()
  }
}
