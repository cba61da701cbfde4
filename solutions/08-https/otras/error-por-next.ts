// El rechazo va a `next` en vez de lanzarse, y se sale con return.
import type { RequestHandler } from 'express'
import { ErrorHttp } from '#comun/errores.ts'

export const exigirHttps =
  (origen: string): RequestHandler =>
  (req, res, next) => {
    if (req.secure) return next()
    if (req.headers.authorization) return next(new ErrorHttp(403, 'Usa HTTPS'))
    switch (req.method) {
      case 'GET':
      case 'HEAD':
        return res.redirect(308, origen.concat(req.originalUrl))
      default:
        return next(new ErrorHttp(403, 'Usa HTTPS'))
    }
  }

export function enviarHsts(segundos: number): RequestHandler {
  return function enviarHsts(req, res, next) {
    if (req.secure) res.set('Strict-Transport-Security', `max-age=${segundos}; includeSubDomains`)
    next()
  }
}

export function proxiesDeConfianza(direcciones: string[]): string[] | false {
  return direcciones.length > 0 ? direcciones : false
}
