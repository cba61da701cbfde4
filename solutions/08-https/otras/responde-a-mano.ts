// Responde el 403 a mano, con su JSON.
import type { RequestHandler } from 'express'

export function exigirHttps(origen: string): RequestHandler {
  return function exigirHttps(req, res, next) {
    if (req.secure) {
      next()
      return
    }
    const conSecreto = Boolean(req.header('authorization')) || !/^(GET|HEAD)$/.test(req.method)
    if (conSecreto) {
      res.status(403).json({ error: 'Usa HTTPS' })
      return
    }
    res.location(origen + req.originalUrl)
    res.sendStatus(308)
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
