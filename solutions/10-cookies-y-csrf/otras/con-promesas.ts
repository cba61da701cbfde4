// Las funciones son asíncronas; una lanza dentro de una promesa.
import type { CookieOptions, RequestHandler } from 'express'
import { ErrorHttp } from '#comun/errores.ts'

export const COOKIE = '__Host-token'
export const COOKIE_DE_RENOVACION = '__Host-renovacion'

export function opcionesDeCookie(segundos: number): CookieOptions {
  return { httpOnly: true, secure: true, sameSite: 'strict', path: '/', maxAge: segundos * 1000 }
}

export function leerCookie(encabezado: string | undefined, nombre: string): string | undefined {
  const cookie = encabezado?.split('; ').find((trozo) => trozo.startsWith(`${nombre}=`))
  return cookie?.slice(nombre.length + 1)
}

export function exigirOrigen(origenes: string[]): RequestHandler {
  return async function exigirOrigen(req, _res, next) {
    await Promise.resolve()
    const motivos = [
      ['GET', 'HEAD', 'OPTIONS'].includes(req.method),
      req.get('Sec-Fetch-Site') === 'same-origin',
      origenes.some((origen) => origen === req.get('Origin')),
    ]
    if (!motivos.some(Boolean)) throw new ErrorHttp(403, 'Origen no permitido')
    next()
  }
}

export function aceptarCookie(vigilar: RequestHandler): RequestHandler {
  return async function aceptarCookie(req, res, next) {
    const token = leerCookie(req.get('Cookie'), COOKIE)
    if (req.get('Authorization') !== undefined || token === undefined) return next()
    req.headers.authorization = `Bearer ${token}`
    await vigilar(req, res, next)
  }
}
