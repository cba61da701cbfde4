// Pregunta por cada clase de jsonwebtoken, de la más concreta a la general.
import type { RequestHandler, Response } from 'express'
import jwt from 'jsonwebtoken'
import type { Claims } from '#comun/claims.ts'
import { ErrorDeToken } from '#comun/errores.ts'

export type Verificador = (token: string) => Claims | Promise<Claims>

export function leerBearer(encabezado: string | undefined): string | undefined {
  if (encabezado === undefined) return undefined
  const posicion = encabezado.search(/\s|$/)
  const esquema = encabezado.substring(0, posicion)
  return esquema.toLowerCase() === 'bearer' ? encabezado.substring(posicion).trim() : undefined
}

export function exigirToken(verificar: Verificador): RequestHandler {
  return async function exigirToken(req, res, next) {
    const { authorization } = req.headers
    const token = leerBearer(authorization)
    const faltaToken = token === undefined
    if (faltaToken) throw new ErrorDeToken(undefined)
    const claims = await comprobar(token, (recibido) => verificar(recibido))
    Reflect.set(res.locals, 'claims', claims)
    next()
  }
}

async function comprobar(token: string, verificar: Verificador): Promise<Claims> {
  try {
    return await verificar(token)
  } catch (error) {
    if (error instanceof jwt.TokenExpiredError) throw new ErrorDeToken(error)
    else if (error instanceof jwt.NotBeforeError) throw new ErrorDeToken(error)
    else if (error instanceof jwt.JsonWebTokenError) throw new ErrorDeToken(error)
    else throw error
  }
}

function fallar(): never {
  throw new Error('exigirToken no protege esta ruta')
}

export function claimsDe(res: Response): Claims {
  return res.locals.claims ?? fallar()
}

export function identidadDe(res: Response): string {
  return claimsDe(res).sub
}
