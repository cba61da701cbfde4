// Responde el 403 a mano, y el método elige el camino.
import type { CookieOptions, RequestHandler } from 'express'

export const COOKIE = '__Host-token'
export const COOKIE_DE_RENOVACION = '__Host-renovacion'

export function opcionesDeCookie(segundos: number): CookieOptions {
  const opciones: CookieOptions = {}
  opciones.httpOnly = true
  opciones.secure = true
  opciones.sameSite = 'strict'
  opciones.path = '/'
  opciones.maxAge = segundos * 1e3
  return opciones
}

export function leerCookie(encabezado: string | undefined, nombre: string): string | undefined {
  if (!encabezado) return undefined
  for (const trozo of encabezado.split('; ')) {
    const [suyo, ...valor] = trozo.split('=')
    if (suyo === nombre) return valor.join('=')
  }
  return undefined
}

export function exigirOrigen(origenes: string[]): RequestHandler {
  return function exigirOrigen(req, res, next) {
    switch (req.method) {
      case 'GET':
      case 'HEAD':
      case 'OPTIONS':
        next()
        return
    }
    const desde = req.header('Origin')
    const permitida =
      req.header('Sec-Fetch-Site') === 'same-origin' || origenes.some((otro) => desde === otro)
    if (!permitida) {
      res.status(403).json({ error: 'Origen no permitido' })
      return
    }
    next()
  }
}

export function aceptarCookie(vigilar: RequestHandler): RequestHandler {
  return function aceptarCookie(req, res, next) {
    const token = leerCookie(req.get('Cookie'), COOKIE)
    if (token === undefined) return next()
    if (req.get('Authorization') !== undefined) return next()
    Object.assign(req.headers, { authorization: `Bearer ${token}` })
    return vigilar(req, res, next)
  }
}
