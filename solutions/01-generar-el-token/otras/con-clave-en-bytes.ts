// Los bytes del secreto, uno a uno, y las opciones de la firma, también.
import { createSecretKey, type KeyObject } from 'node:crypto'
import jwt, { type SignOptions } from 'jsonwebtoken'
import type { Claims } from '#comun/claims.ts'
import type { Usuario } from '#comun/usuarios.ts'

export interface OpcionesDeToken extends Pick<SignOptions, 'expiresIn' | 'jwtid'> {
  propios?: object
}

const ALGORITMO = 'HS256'
const BYTES_MINIMOS = 32

export function exigirSecreto(secreto: string | undefined): KeyObject {
  const corto = !secreto || [...Buffer.from(secreto)].length < BYTES_MINIMOS
  if (corto) {
    throw new Error('Un secreto de menos de 32 bytes', { cause: 'Se esperaban al menos 32 bytes' })
  }
  return createSecretKey(Buffer.from(secreto as string))
}

export function crearToken(
  usuario: Pick<Usuario, 'id'>,
  clave: KeyObject,
  { propios = {}, ...opciones }: OpcionesDeToken = {},
): string {
  const { expiresIn, jwtid } = opciones
  const propias: SignOptions = {}
  if (expiresIn !== undefined) propias.expiresIn = expiresIn
  if (jwtid !== undefined) propias.jwtid = jwtid
  propias.algorithm = ALGORITMO
  propias.subject = String(usuario.id)
  return jwt.sign({ ...propios }, clave, propias)
}

export function verificarToken(token: string, clave: KeyObject): Claims {
  try {
    return leerClaims(jwt.verify(token, clave, { algorithms: [ALGORITMO], complete: true }))
  } catch (error) {
    // Un payload que no es un objeto JSON hace tropezar a jsonwebtoken con otros errores.
    const tropiezo = error instanceof SyntaxError || error instanceof TypeError
    throw tropiezo ? new jwt.JsonWebTokenError('payload ilegible', error) : error
  }
}

function leerClaims({ header, payload }: jwt.Jwt): Claims {
  const { sub, iat = 0, type = 'access' }: Record<string, unknown> = Object(payload)
  const previsto = typeof sub === 'string' && typeof iat === 'number' && type === 'access'
  if (!previsto || header.crit !== undefined) {
    throw new jwt.JsonWebTokenError('contenido inesperado')
  }
  return payload as Claims
}
