// Escribe la redirección a mano: estado, `Location` y final.
import type { RequestHandler } from 'express'
import { ErrorHttp } from '#comun/errores.ts'

const VISITAS = new Set(['GET', 'HEAD'])

export function exigirHttps(origen: string): RequestHandler {
  return function exigirHttps(req, res, next) {
    if (req.secure) return next()
    if (!VISITAS.has(req.method) || 'authorization' in req.headers) throw new ErrorHttp(403, 'Usa HTTPS')
    res
      .status(308)
      .set('Location', origen + req.originalUrl)
      .end()
  }
}

export function enviarHsts(segundos: number): RequestHandler {
  const valor = [`max-age=${segundos}`, 'includeSubDomains'].join('; ')
  return function enviarHsts(req, res, next) {
    if (req.protocol === 'https') res.setHeader('Strict-Transport-Security', valor)
    return next()
  }
}

export function proxiesDeConfianza(direcciones: string[]): string[] | false {
  return direcciones.length > 0 ? direcciones : false
}
