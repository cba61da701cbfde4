// El separador puede llevar más espacios, y el valor se decodifica si hace falta, como el paquete cookie.
import type { CookieOptions, RequestHandler } from 'express'
import { ErrorHttp } from '#comun/errores.ts'

export const COOKIE = '__Host-token'
export const COOKIE_DE_RENOVACION = '__Host-renovacion'

const MIL = 1000

export function opcionesDeCookie(segundos: number): CookieOptions {
  return { httpOnly: true, maxAge: segundos * MIL, path: '/', sameSite: 'strict', secure: true }
}

export function leerCookie(encabezado: string | undefined, nombre: string): string | undefined {
  const trozos = encabezado?.split(/; */) ?? []
  const [valor] = trozos.flatMap((trozo) =>
    trozo.startsWith(`${nombre}=`) ? [trozo.slice(nombre.length + 1)] : [],
  )
  return valor && decodificar(valor.replace(/^"(.*)"$/, '$1'))
}

function decodificar(valor: string): string {
  try {
    return decodeURIComponent(valor)
  } catch {
    return valor
  }
}

export function exigirOrigen(origenes: string[]): RequestHandler {
  return function exigirOrigen({ method, headers }, _res, next) {
    const esLectura = method === 'GET' || method === 'HEAD' || method === 'OPTIONS'
    const { origin, 'sec-fetch-site': sitio } = headers
    const deFiar = esLectura || sitio === 'same-origin' || (origin !== undefined && origenes.includes(origin))
    next(deFiar ? undefined : new ErrorHttp(403, 'Origen no permitido'))
  }
}

export function aceptarCookie(vigilar: RequestHandler): RequestHandler {
  return function aceptarCookie(req, res, next) {
    const token = leerCookie(req.get('Cookie'), COOKIE)
    const siguiente = req.get('Authorization') === undefined && token !== undefined ? vigilar : pasar
    if (siguiente === vigilar) req.headers.authorization = `bearer ${token}`
    siguiente(req, res, next)
  }
}

const pasar: RequestHandler = (_req, _res, next) => next()
