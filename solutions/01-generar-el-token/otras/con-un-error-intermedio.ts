// Atrapa el error de jwt.verify y lo lanza otra vez, el mismo.
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
  try {
    if (Buffer.byteLength(secreto as string) >= BYTES_MINIMOS) {
      return createSecretKey(Buffer.from(secreto as string, 'utf8'))
    }
  } catch {
    // Sin secreto no hay nada que medir.
  }
  throw new Error('El secreto debe tener 32 bytes, o más')
}

export function crearToken(
  usuario: Pick<Usuario, 'id'>,
  clave: KeyObject,
  { propios = {}, ...opciones }: OpcionesDeToken = {},
): string {
  const claims: Record<string, unknown> = {}
  for (const [nombre, valor] of Object.entries(propios)) claims[nombre] = valor
  const opcionesDeFirma = { ...opciones } as SignOptions
  opcionesDeFirma.algorithm = ALGORITMO
  opcionesDeFirma.subject = String(usuario.id)
  return jwt.sign(claims, clave, opcionesDeFirma)
}

export function verificarToken(token: string, clave: KeyObject): Claims {
  try {
    try {
      return leerClaims(jwt.verify(token, clave, { algorithms: [ALGORITMO], complete: true }))
    } catch (error) {
      if (error instanceof jwt.JsonWebTokenError) throw error
      throw new jwt.JsonWebTokenError('No se pudo verificar', error as Error)
    }
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
