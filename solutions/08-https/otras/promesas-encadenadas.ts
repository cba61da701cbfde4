// Una promesa decide y `then` responde.
import type { RequestHandler } from 'express'
import { ErrorHttp } from '#comun/errores.ts'

export function exigirHttps(origen: string): RequestHandler {
  return (req, res, next) => {
    if (req.secure) return next()
    const visita = ['GET', 'HEAD'].some((metodo) => metodo === req.method) && !req.get('authorization')
    return Promise.resolve(visita)
      .then((esVisita) => (esVisita ? undefined : Promise.reject(new ErrorHttp(403, 'Usa HTTPS'))))
      .then(() => res.redirect(308, origen + req.originalUrl))
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
