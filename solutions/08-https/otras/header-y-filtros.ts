// Lee con req.header, pone el encabezado con res.header y copia las direcciones sin repetir.
import type { RequestHandler } from 'express'
import { ErrorHttp } from '#comun/errores.ts'

export function exigirHttps(origen: string): RequestHandler {
  return function exigirHttps(req, res, next) {
    if (req.secure) return next()
    const rechazado = req.header('Authorization') || req.method.match(/^(?!GET$|HEAD$)/)
    if (rechazado) throw new ErrorHttp(403, 'Usa HTTPS')
    else return res.redirect(308, origen + req.originalUrl)
  }
}

export function enviarHsts(segundos: number): RequestHandler {
  return function enviarHsts(req, res, next) {
    if (req.secure) res.header({ 'Strict-Transport-Security': `max-age=${segundos};includeSubDomains` })
    setImmediate(next)
  }
}

export function proxiesDeConfianza(direcciones: string[]): string[] | false {
  const unicas = [...new Set(direcciones)]
  return unicas.length !== 0 && unicas
}
