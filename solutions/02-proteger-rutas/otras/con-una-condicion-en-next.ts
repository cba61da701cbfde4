// `next` recibe el error o undefined según el caso.
import type { RequestHandler, Response } from 'express'
import jwt from 'jsonwebtoken'
import type { Claims } from '#comun/claims.ts'
import { ErrorDeToken } from '#comun/errores.ts'

export type Verificador = (token: string) => Claims | Promise<Claims>

export function leerBearer(encabezado: string | undefined): string | undefined {
  const palabras = encabezado?.trim().split(/\s+/) ?? []
  const esquema = palabras.shift()
  return esquema !== undefined && /^bearer$/i.test(esquema) ? palabras.join(' ') : undefined
}

export function exigirToken(verificar: Verificador): RequestHandler {
  return async function exigirToken(req, res, next) {
    const token = leerBearer(req.headersDistinct.authorization?.[0])
    let fallo: unknown
    if (token === undefined) {
      fallo = new ErrorDeToken()
    } else {
      await comprobar(token, verificar).then(
        (claims) => Object.assign(res.locals, { claims }),
        (error: unknown) => {
          fallo = error
        },
      )
    }
    next(fallo ? fallo : undefined)
  }
}

async function comprobar(token: string, verificar: Verificador): Promise<Claims> {
  return await Promise.resolve()
    .then(() => verificar(token))
    .catch((error: unknown) => {
      if (!(error instanceof jwt.JsonWebTokenError)) throw error
      throw new ErrorDeToken(error)
    })
}

export function claimsDe(res: Response): Claims {
  const claims: Claims | undefined = res.locals?.claims
  if (claims === undefined || claims === null) {
    throw new Error('EXIGIRTOKEN no se ha ejecutado (exigirToken)')
  }
  return claims
}

export function identidadDe(res: Response): string {
  return claimsDe(res).sub
}
