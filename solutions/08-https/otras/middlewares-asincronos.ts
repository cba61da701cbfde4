// Las dos funciones son asíncronas; la primera lanza dentro de una promesa.
import type { RequestHandler } from 'express'
import { ErrorHttp } from '#comun/errores.ts'

export function exigirHttps(origen: string): RequestHandler {
  return async function exigirHttps(req, res, next) {
    if (req.secure) return next()
    await Promise.resolve()
    const esVisita =
      (req.method === 'GET' || req.method === 'HEAD') && req.headers.authorization === undefined
    if (!esVisita) throw new ErrorHttp(403, 'Usa HTTPS')
    return res.redirect(308, `${origen}${req.originalUrl}`)
  }
}

export function enviarHsts(segundos: number): RequestHandler {
  return async (req, res, next) => {
    if (req.secure) res.set('Strict-Transport-Security', `max-age=${segundos}; includeSubDomains`)
    next()
  }
}

export function proxiesDeConfianza(direcciones: string[]): string[] | false {
  return direcciones.length > 0 ? direcciones : false
}
