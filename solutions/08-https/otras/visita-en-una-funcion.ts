// La pregunta y el valor del encabezado están en funciones aparte.
import type { Request, RequestHandler } from 'express'
import { ErrorHttp } from '#comun/errores.ts'

function esVisita({ method, headers }: Request): boolean {
  if (headers.authorization !== undefined) return false
  return method === 'GET' || method === 'HEAD'
}

export function exigirHttps(origen: string): RequestHandler {
  return function exigirHttps(req, res, next) {
    if (req.secure) return next()
    if (esVisita(req)) res.redirect(308, origen + req.originalUrl)
    else throw new ErrorHttp(403, 'Usa HTTPS')
  }
}

const valorDe = (segundos: number) => `max-age=${String(segundos)}; includeSubDomains`

export function enviarHsts(segundos: number): RequestHandler {
  return function enviarHsts(req, res, next) {
    if (!req.secure) return next()
    res.append('Strict-Transport-Security', valorDe(segundos))
    next()
  }
}

export function proxiesDeConfianza(direcciones: string[]): string[] | false {
  if (direcciones.length === 0) return false
  return direcciones
}
