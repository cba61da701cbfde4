// Una expresión regular para el encabezado y req.headers en minúsculas.
import type { RequestHandler, Response } from 'express'
import jwt from 'jsonwebtoken'
import type { Claims } from '#comun/claims.ts'
import { ErrorDeToken } from '#comun/errores.ts'

export type Verificador = (token: string) => Claims | Promise<Claims>

export function leerBearer(encabezado: string | undefined): string | undefined {
  const partes = /^bearer(?:\s+(.*))?$/i.exec(encabezado ?? '')
  if (!partes) return undefined
  return partes[1] ?? ''
}

export function exigirToken(verificar: Verificador): RequestHandler {
  return async function exigirToken(req, res, next) {
    const token = leerBearer(req.headers.authorization)
    if (token === undefined) throw new ErrorDeToken()
    const claims = await comprobar(token, verificar)
    res.locals.claims = claims
    return next()
  }
}

async function comprobar(token: string, verificar: Verificador): Promise<Claims> {
  try {
    const claims = await verificar(token)
    return claims
  } catch (error) {
    if (error instanceof jwt.JsonWebTokenError) throw new ErrorDeToken(error)
    throw error
  }
}

export function claimsDe(res: Response): Claims {
  if (res.locals.claims === undefined) throw new Error('Falta exigirToken delante de esta ruta')
  return res.locals.claims as Claims
}

export function identidadDe(res: Response): string {
  return claimsDe(res).sub
}
