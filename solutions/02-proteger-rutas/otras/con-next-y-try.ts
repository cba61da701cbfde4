// Un try alrededor de todo y next(error) al final.
import type { RequestHandler, Response } from 'express'
import jwt from 'jsonwebtoken'
import type { Claims } from '#comun/claims.ts'
import { ErrorDeToken } from '#comun/errores.ts'

export type Verificador = (token: string) => Claims | Promise<Claims>

export function leerBearer(encabezado: string | undefined): string | undefined {
  const texto = (encabezado ?? '').trim()
  const espacio = texto.indexOf(' ')
  const esquema = espacio === -1 ? texto : texto.slice(0, espacio)
  if (esquema.toLowerCase() !== 'bearer') return undefined
  return espacio === -1 ? '' : texto.slice(espacio + 1)
}

export function exigirToken(verificar: Verificador): RequestHandler {
  return async function exigirToken(req, res, next) {
    try {
      const token = leerBearer(req.get('authorization'))
      if (typeof token !== 'string') throw new ErrorDeToken()
      res.locals.claims = await comprobar(token, verificar)
    } catch (error) {
      next(error)
      return
    }
    next()
  }
}

async function comprobar(token: string, verificar: Verificador): Promise<Claims> {
  let claims: Claims
  try {
    claims = await verificar(token)
  } catch (error) {
    const esDelToken = error instanceof jwt.JsonWebTokenError
    throw esDelToken ? new ErrorDeToken(error) : error
  }
  return claims
}

export function claimsDe(res: Response): Claims {
  if (!('claims' in res.locals)) throw new Error('La ruta olvidó exigirToken')
  return { ...res.locals.claims }
}

export function identidadDe(res: Response): string {
  return claimsDe(res).sub
}
