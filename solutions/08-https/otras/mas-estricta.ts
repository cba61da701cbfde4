// Más estricta: también rechaza una visita con cookies o con el token en la consulta.
import type { RequestHandler } from 'express'
import { ErrorHttp } from '#comun/errores.ts'

class SinCifrar extends ErrorHttp {
  constructor() {
    super(403, 'Usa HTTPS')
  }
}

export function exigirHttps(origen: string): RequestHandler {
  if (!origen.startsWith('https://')) throw new Error('El origen público empieza por https://')
  return function exigirHttps(req, res, next) {
    if (req.secure) return next()
    const secretos = [req.headers.authorization, req.headers.cookie, req.query.access_token]
    const trae = secretos.some((secreto) => secreto !== undefined)
    if (trae || (req.method !== 'GET' && req.method !== 'HEAD')) throw new SinCifrar()
    res.set('Cache-Control', 'no-store').redirect(308, origen + req.originalUrl)
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
