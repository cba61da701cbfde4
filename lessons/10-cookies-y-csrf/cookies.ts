import type { CookieOptions, RequestHandler } from 'express'
import { ErrorHttp } from '#comun/errores.ts'

/** Con el prefijo `__Host-`, el navegador solo la guarda con `Secure`, con `Path=/` y sin `Domain`. */
export const COOKIE = '__Host-token'
export const COOKIE_DE_RENOVACION = '__Host-renovacion'

/** Lo que se pide al navegador al guardar una cookie durante esos segundos, y al borrarla. */
export function opcionesDeCookie(segundos: number): CookieOptions {
  // TODO 1: Devuelve httpOnly, secure, sameSite «strict», path «/» y maxAge, que va en milisegundos. Sin domain.
  throw new Error('TODO 1: opciones-de-cookie')
}

/** El valor de una cookie en un encabezado `Cookie`, que es «nombre=valor; otro=valor»; si no está, undefined. */
export function leerCookie(encabezado: string | undefined, nombre: string): string | undefined {
  // TODO 2: Parte el encabezado por «; » y busca el trozo que empieza por nombre y «=»; devuelve lo que sigue.
  throw new Error('TODO 2: leer-cookie')
}

/**
 * Rechaza lo que otra página hace en nombre de quien la visita: 403 «Origen no permitido».
 *
 * GET, HEAD y OPTIONS pasan, porque no cambian nada. `Sec-Fetch-Site` y `Origin` los escribe el navegador.
 */
export function exigirOrigen(origenes: string[]): RequestHandler {
  return function exigirOrigen(req, _res, next) {
    // TODO 3: Sigue si es de lectura, Sec-Fetch-Site es «same-origin» u Origin está en origenes; si no, ErrorHttp 403.
    throw new Error('TODO 3: exigir-origen')
  }
}

/**
 * Deja entrar con la cookie a quien no trae `Authorization`: la guardia de la lección 2 no nota la diferencia.
 *
 * Una cookie la envía el navegador sin que nadie lo pida: lo que llega con ella pasa antes por `vigilar`.
 */
export function aceptarCookie(vigilar: RequestHandler): RequestHandler {
  return function aceptarCookie(req, res, next) {
    const token = leerCookie(req.get('Cookie'), COOKIE)
    // TODO 4: Con Authorization o sin cookie, sigue y no hagas más. Si no, pon «Bearer » y el token en
    // req.headers.authorization y llama a vigilar.
    throw new Error('TODO 4: aceptar-cookie')
  }
}
