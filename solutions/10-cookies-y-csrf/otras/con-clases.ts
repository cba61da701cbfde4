// Una clase guarda los orígenes, y sus métodos son lo que se monta.
import type { CookieOptions, RequestHandler } from 'express'
import { ErrorHttp } from '#comun/errores.ts'

export const COOKIE = '__Host-token'
export const COOKIE_DE_RENOVACION = '__Host-renovacion'

class Permitidos {
  readonly #origenes: readonly string[]

  constructor(origenes: string[]) {
    this.#origenes = [...origenes]
  }

  exigir: RequestHandler = (req, _res, next) => {
    if (!this.#admite(req.method, req.get('Sec-Fetch-Site'), req.get('Origin'))) {
      throw new ErrorHttp(403, 'Origen no permitido')
    }
    next()
  }

  #admite(metodo: string, sitio: string | undefined, origen: string | undefined): boolean {
    if ('GET HEAD OPTIONS'.split(' ').includes(metodo)) return true
    return sitio === 'same-origin' || this.#origenes.some((conocido) => conocido === origen)
  }
}

export const exigirOrigen = (origenes: string[]): RequestHandler => new Permitidos(origenes).exigir

export function opcionesDeCookie(segundos: number): CookieOptions {
  const [httpOnly, secure] = [true, true]
  return { httpOnly, secure, sameSite: 'strict', path: '/', maxAge: segundos * 1000 }
}

export function leerCookie(encabezado: string | undefined, nombre: string): string | undefined {
  return encabezado
    ?.split('; ')
    .map((trozo) => /^([^=]*)=(.*)$/s.exec(trozo)?.slice(1) ?? [])
    .find(([suyo]) => suyo === nombre)?.[1]
}

export function aceptarCookie(vigilar: RequestHandler): RequestHandler {
  return function aceptarCookie(req, res, next) {
    const cookie = leerCookie(req.get('Cookie'), COOKIE)
    const { authorization = cookie && `Bearer ${cookie}` } = req.headers
    if (authorization === req.headers.authorization) return next()
    req.headers.authorization = authorization
    vigilar(req, res, next)
  }
}
