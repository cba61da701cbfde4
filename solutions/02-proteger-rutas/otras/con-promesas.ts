// Sin `async`: promesas con `then`, y `next` para los errores.
import type { RequestHandler, Response } from 'express'
import jwt from 'jsonwebtoken'
import type { Claims } from '#comun/claims.ts'
import { ErrorDeToken } from '#comun/errores.ts'

export type Verificador = (token: string) => Claims | Promise<Claims>

export function leerBearer(encabezado: string | undefined): string | undefined {
  if (!encabezado) return
  const [esquema = '', ...resto] = encabezado.split(' ')
  if (esquema.toUpperCase() !== 'BEARER') return
  return resto.join(' ')
}

export function exigirToken(verificar: Verificador): RequestHandler {
  return function exigirToken(req, res, next) {
    const token = leerBearer(req.header('authorization'))
    if (token === undefined) return next(new ErrorDeToken())
    comprobar(token, verificar)
      .then((claims) => {
        res.locals.claims = claims
        next()
      })
      .catch(next)
  }
}

function comprobar(token: string, verificar: Verificador): Promise<Claims> {
  const traducir = (error: unknown) => {
    throw error instanceof jwt.JsonWebTokenError ? new ErrorDeToken(error) : error
  }
  return new Promise<Claims>((resolver) => {
    resolver(verificar(token))
  }).catch(traducir)
}

export function claimsDe(res: Response): Claims {
  const { claims } = res.locals
  if (claims) return claims as Claims
  throw new TypeError('Claims ausentes: ¿y exigirToken?')
}

export function identidadDe(res: Response): string {
  return claimsDe(res).sub
}
