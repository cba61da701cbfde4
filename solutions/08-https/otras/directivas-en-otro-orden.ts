// HSTS con sus directivas en otro orden y en minúsculas, que dicen lo mismo (RFC 6797).
import type { RequestHandler } from 'express'
import { ErrorHttp } from '#comun/errores.ts'

export function exigirHttps(origen: string): RequestHandler {
  return function exigirHttps(req, res, next) {
    if (req.secure) return next()
    switch (req.method) {
      case 'GET':
      case 'HEAD':
        if (req.headers.authorization === undefined) return res.redirect(308, origen + req.originalUrl)
    }
    throw new ErrorHttp(403, 'Usa HTTPS')
  }
}

export function enviarHsts(segundos: number): RequestHandler {
  return function enviarHsts(req, res, next) {
    if (req.protocol === 'https') {
      res.setHeader('strict-transport-security', ['includesubdomains', `max-age=${segundos}`].join(';'))
    }
    return next()
  }
}

export function proxiesDeConfianza(direcciones: string[]): string[] | false {
  return direcciones.length !== 0 && direcciones
}
