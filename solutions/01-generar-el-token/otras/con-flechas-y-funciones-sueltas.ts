// Funciones flecha, y las de jsonwebtoken con su propio nombre.
import { createSecretKey, type KeyObject } from 'node:crypto'
import jwt, { type SignOptions } from 'jsonwebtoken'
import type { Claims } from '#comun/claims.ts'
import type { Usuario } from '#comun/usuarios.ts'

export interface OpcionesDeToken extends Pick<SignOptions, 'expiresIn' | 'jwtid'> {
  propios?: object
}

const { JsonWebTokenError, sign, verify } = jwt
const ALGORITMO = 'HS256'
const BYTES_MINIMOS = 32

class SecretoCorto extends Error {
  override name = 'SecretoCorto'
}

const fallar = (): never => {
  throw new SecretoCorto('Define JWT_SECRETO con un mínimo de 32 Bytes')
}

export const exigirSecreto = (secreto: string | undefined): KeyObject =>
  secreto && Buffer.byteLength(secreto, 'utf-8') >= BYTES_MINIMOS
    ? createSecretKey(secreto, 'utf8')
    : fallar()

export const crearToken = (
  { id }: Pick<Usuario, 'id'>,
  clave: KeyObject,
  { propios = {}, ...opciones }: OpcionesDeToken = {},
): string =>
  sign(propios, clave, Object.assign({}, opciones, { algorithm: ALGORITMO, subject: String(id) } as const))

export const verificarToken = (token: string, clave: KeyObject): Claims => {
  try {
    return leerClaims(verify(token, clave, { complete: true, algorithms: [ALGORITMO] }))
  } catch (error) {
    const tropiezo = error instanceof SyntaxError || error instanceof TypeError
    throw tropiezo ? new JsonWebTokenError('payload ilegible', error) : error
  }
}

const leerClaims = ({ header, payload }: jwt.Jwt): Claims => {
  const { sub, iat = 0, type = 'access' }: Record<string, unknown> = Object(payload)
  const previsto = typeof sub === 'string' && typeof iat === 'number' && type === 'access'
  if (!previsto || header.crit !== undefined) throw new JsonWebTokenError('contenido inesperado')
  return payload as Claims
}
