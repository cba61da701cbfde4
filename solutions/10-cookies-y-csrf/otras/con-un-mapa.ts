// Un objeto guarda todas las cookies: si una se repite, vale la última.
import type { CookieOptions, RequestHandler } from 'express'
import { ErrorHttp } from '#comun/errores.ts'

export const COOKIE = '__Host-token'
export const COOKIE_DE_RENOVACION = '__Host-renovacion'

const PEDIDO: CookieOptions = { httpOnly: true, secure: true, sameSite: 'strict', path: '/' }

export const opcionesDeCookie = (segundos: number): CookieOptions => ({ ...PEDIDO, maxAge: segundos * 1000 })

function cookiesDe(encabezado: string): Map<string, string> {
  const cookies = new Map<string, string>()
  for (const trozo of encabezado.split('; ')) {
    const corte = trozo.indexOf('=')
    if (corte > 0) cookies.set(trozo.slice(0, corte), trozo.slice(corte + 1))
  }
  return cookies
}

export function leerCookie(encabezado: string | undefined, nombre: string): string | undefined {
  return cookiesDe(encabezado ?? '').get(nombre)
}

export function exigirOrigen(origenes: string[]): RequestHandler {
  const conocidos = new Set<string | undefined>(origenes)
  const deLectura = new Set(['GET', 'HEAD', 'OPTIONS'])
  return function exigirOrigen(req, _res, next) {
    const propia = req.get('sec-fetch-site') === 'same-origin'
    if (deLectura.has(req.method) || propia || conocidos.has(req.get('origin'))) return next()
    throw new ErrorHttp(403, 'Origen no permitido')
  }
}

export function aceptarCookie(vigilar: RequestHandler): RequestHandler {
  return function aceptarCookie(req, res, next) {
    const token = cookiesDe(req.get('Cookie') ?? '').get(COOKIE)
    if (req.get('Authorization') !== undefined || token === undefined) next()
    else {
      req.headers.authorization = `Bearer ${token}`
      vigilar(req, res, next)
    }
  }
}
