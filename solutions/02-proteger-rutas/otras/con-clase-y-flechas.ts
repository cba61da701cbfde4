// Una clase lee el encabezado y las funciones son flechas.
import type { RequestHandler, Response } from 'express'
import jwt from 'jsonwebtoken'
import type { Claims } from '#comun/claims.ts'
import { ErrorDeToken } from '#comun/errores.ts'

export type Verificador = (token: string) => Claims | Promise<Claims>

const { JsonWebTokenError } = jwt

class Encabezado {
  readonly esquema: string
  readonly credencial: string

  constructor(texto: string) {
    const [esquema = '', ...resto] = texto.split(' ')
    this.esquema = esquema.toLocaleLowerCase('en')
    this.credencial = resto.join(' ')
  }

  get token(): string | undefined {
    return this.esquema === 'bearer' ? this.credencial : undefined
  }
}

export const leerBearer = (encabezado: string | undefined): string | undefined =>
  encabezado === undefined ? undefined : new Encabezado(encabezado).token

export const exigirToken =
  (verificar: Verificador): RequestHandler =>
  async (req, { locals }, next) => {
    const token = leerBearer(req.headers.authorization)
    if (token === undefined) throw new ErrorDeToken()
    locals.claims = await comprobar(token, verificar)
    next()
  }

const comprobar = async (token: string, verificar: Verificador): Promise<Claims> => {
  try {
    return await verificar(token)
  } catch (causa) {
    throw causa instanceof JsonWebTokenError ? new ErrorDeToken(causa) : causa
  }
}

export const claimsDe = ({ locals: { claims } }: Response): Claims => {
  if (!claims?.sub) throw new Error('¿Dónde está exigirToken?')
  return claims
}

export const identidadDe = (res: Response): string => claimsDe(res).sub
