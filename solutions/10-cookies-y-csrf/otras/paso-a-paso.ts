// Decide en una función aparte, y busca la cookie trozo a trozo.
import type { CookieOptions, RequestHandler } from 'express'
import { ErrorHttp } from '#comun/errores.ts'

export const COOKIE = '__Host-token'
export const COOKIE_DE_RENOVACION = '__Host-renovacion'

export function opcionesDeCookie(segundos: number): CookieOptions {
  return Object.freeze({
    httpOnly: true,
    secure: true,
    sameSite: 'strict',
    path: '/',
    maxAge: segundos * 1000,
    domain: undefined,
  } as const)
}

export function leerCookie(encabezado: string | undefined, nombre: string): string | undefined {
  let resto = encabezado ?? ''
  while (resto !== '') {
    const [trozo = '', ...siguen] = resto.split('; ')
    if (trozo.slice(0, nombre.length + 1) === `${nombre}=`) return trozo.substring(nombre.length + 1)
    resto = siguen.join('; ')
  }
}

function decidir(metodo: string, sitio: string | undefined, conocida: boolean): boolean {
  if (metodo === 'GET' || metodo === 'HEAD' || metodo === 'OPTIONS') return true
  if (conocida) return true
  return sitio === 'same-origin'
}

export function exigirOrigen(origenes: string[]): RequestHandler {
  return function exigirOrigen(req, _res, next) {
    const conocida = origenes.filter((origen) => origen === req.get('Origin')).length > 0
    if (decidir(req.method, req.get('Sec-Fetch-Site'), conocida)) next()
    else throw new ErrorHttp(403, 'Origen no permitido')
  }
}

export function aceptarCookie(vigilar: RequestHandler): RequestHandler {
  return function aceptarCookie(req, res, next) {
    const sinCredencial = req.get('Authorization') === undefined
    const token = sinCredencial ? leerCookie(req.get('Cookie'), COOKIE) : undefined
    if (token === undefined) return void next()
    req.headers.authorization = 'Bearer '.concat(token)
    vigilar(req, res, (...aviso) => next(...aviso))
  }
}
