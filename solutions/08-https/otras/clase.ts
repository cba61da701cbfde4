// Una clase guarda el origen y sus métodos son lo que se monta.
import type { RequestHandler } from 'express'
import { ErrorHttp } from '#comun/errores.ts'

class Cifrado {
  readonly #origen: string

  constructor(origen: string) {
    this.#origen = origen
  }

  exigir: RequestHandler = (req, res, next) => {
    if (req.secure) return next()
    if (req.headers.authorization || !['GET', 'HEAD'].includes(req.method)) {
      throw new ErrorHttp(403, 'Usa HTTPS', { cause: req.method })
    }
    res.writeHead(308, { Location: this.#origen + req.originalUrl }).end()
  }
}

export const exigirHttps = (origen: string): RequestHandler => new Cifrado(origen).exigir

export function enviarHsts(segundos: number): RequestHandler {
  return function enviarHsts(req, res, next) {
    if (req.secure) res.set('Strict-Transport-Security', `max-age=${segundos}; includeSubDomains`)
    next()
  }
}

export function proxiesDeConfianza(direcciones: string[]): string[] | false {
  const [primera] = direcciones
  return primera === undefined ? false : [...direcciones]
}
