// Una cookie vacía es como si no hubiera ninguna, y dos iguales también.
import type { CookieOptions, RequestHandler } from 'express'
import { ErrorHttp } from '#comun/errores.ts'

export const COOKIE = '__Host-token'
export const COOKIE_DE_RENOVACION = '__Host-renovacion'

export function opcionesDeCookie(segundos: number): CookieOptions {
  return {
    httpOnly: true,
    secure: true,
    sameSite: 'strict',
    path: '/',
    maxAge: segundos * 1000,
    priority: 'high',
  }
}

export function leerCookie(encabezado: string | undefined, nombre: string): string | undefined {
  const suyas = (encabezado ?? '').split('; ').filter((trozo) => trozo.startsWith(`${nombre}=`))
  if (suyas.length !== 1) return undefined
  return suyas[0]?.slice(nombre.length + 1) || undefined
}

export function exigirOrigen(origenes: string[]): RequestHandler {
  return function exigirOrigen(req, _res, next) {
    if (['GET', 'HEAD', 'OPTIONS'].includes(req.method)) {
      next()
      return
    }
    const sitio = req.get('Sec-Fetch-Site')
    const origen = req.get('Origin') ?? ''
    if (sitio === 'same-origin' || (origen !== 'null' && origenes.includes(origen))) {
      next()
      return
    }
    throw new ErrorHttp(403, 'Origen no permitido', { cause: { sitio, origen } })
  }
}

export function aceptarCookie(vigilar: RequestHandler): RequestHandler {
  return function aceptarCookie(req, res, next) {
    const token = leerCookie(req.get('Cookie'), COOKIE)
    if ('authorization' in req.headers || !token) return next()
    req.headers.authorization = `Bearer ${token}`
    vigilar(req, res, next)
  }
}
