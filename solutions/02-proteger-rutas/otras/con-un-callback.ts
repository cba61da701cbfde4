// verificar se convierte en una función con `callback`.
import type { RequestHandler, Response } from 'express'
import jwt from 'jsonwebtoken'
import type { Claims } from '#comun/claims.ts'
import { ErrorDeToken } from '#comun/errores.ts'

export type Verificador = (token: string) => Claims | Promise<Claims>

export function leerBearer(encabezado: string | undefined): string | undefined {
  const cortes = String(encabezado).split(' ')
  const esBearer = cortes.at(0)?.toLowerCase() === 'bearer'
  return esBearer ? cortes.slice(1).join(' ') : undefined
}

export function exigirToken(verificar: Verificador): RequestHandler {
  return function exigirToken(req, res, next) {
    const token = leerBearer(req.get('Authorization'))
    if (token === undefined) throw new ErrorDeToken()
    const terminar = (error: unknown, claims?: Claims) => {
      if (error) return next(error)
      res.locals.claims = claims
      next()
    }
    comprobar(token, verificar).then((claims) => terminar(null, claims), terminar)
  }
}

async function comprobar(token: string, verificar: Verificador): Promise<Claims> {
  const resultado = async () => verificar(token)
  return resultado().catch((error) => {
    throw error instanceof jwt.JsonWebTokenError ? new ErrorDeToken(error) : error
  })
}

export function claimsDe(res: Response): Claims {
  const claims = res.locals.claims as Claims | null | undefined
  if (claims == null) throw Object.assign(new Error('Falta exigirToken'), { ruta: res.req?.path })
  return claims
}

export function identidadDe(res: Response): string {
  return claimsDe(res).sub
}
