// Rechaza claims sin sub y congela lo que guarda.
import type { RequestHandler, Response } from 'express'
import jwt from 'jsonwebtoken'
import type { Claims } from '#comun/claims.ts'
import { ErrorDeToken } from '#comun/errores.ts'

export type Verificador = (token: string) => Claims | Promise<Claims>

export function leerBearer(encabezado: string | undefined): string | undefined {
  switch (encabezado?.split(' ', 1)[0]?.toLowerCase()) {
    case 'bearer':
      return encabezado.slice('bearer'.length).trimStart()
    default:
      return undefined
  }
}

export function exigirToken(verificar: Verificador): RequestHandler {
  return async function exigirToken(req, res, next) {
    const encabezado = req.get('Authorization')
    const token = encabezado === undefined ? undefined : leerBearer(encabezado)
    if (token === undefined) throw new ErrorDeToken()
    const claims = await comprobar(token, verificar)
    if (typeof claims.sub !== 'string') throw new ErrorDeToken(new jwt.JsonWebTokenError('Sin sub'))
    res.locals.claims = Object.freeze({ ...claims })
    next()
  }
}

async function comprobar(token: string, verificar: Verificador): Promise<Claims> {
  const resultado = await intentar(() => verificar(token))
  if (resultado.claims) return resultado.claims
  const { error } = resultado
  if (error instanceof jwt.JsonWebTokenError) throw new ErrorDeToken(error)
  throw error
}

type Intento = () => Claims | Promise<Claims>

async function intentar(accion: Intento): Promise<{ claims?: Claims; error?: unknown }> {
  try {
    return { claims: await accion() }
  } catch (error) {
    return { error }
  }
}

export function claimsDe(res: Response): Claims {
  const claims: unknown = Object(res.locals).claims
  if (typeof claims !== 'object' || claims === null) {
    throw new Error(`Usa ${exigirToken.name} antes de leer los claims`)
  }
  return claims as Claims
}

export function identidadDe(res: Response): string {
  return claimsDe(res).sub
}
