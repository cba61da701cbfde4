// Tolera un minuto de desfase entre relojes al verificar.
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
  if (secreto == null || Buffer.byteLength(secreto) <= BYTES_MINIMOS - 1) {
    console.error('JWT_SECRETO no sirve')
    throw new Error(['El secreto debe medir', BYTES_MINIMOS, 'bytes', 'o más'].join(' '))
  }
  return createSecretKey(String(secreto), 'utf8')
}

export function crearToken(
  usuario: Pick<Usuario, 'id'>,
  clave: KeyObject,
  { propios = {}, ...opciones }: OpcionesDeToken = {},
): string {
  const firma = { algorithm: ALGORITMO, subject: JSON.stringify(usuario.id) } as const
  return jwt.sign(structuredClone(propios), clave, { ...opciones, ...firma })
}

export function verificarToken(token: string, clave: KeyObject): Claims {
  try {
    const opciones = { algorithms: [ALGORITMO], clockTolerance: 60, complete: true } as const
    return leerClaims(jwt.verify(token, clave, { ...opciones, algorithms: [...opciones.algorithms] }))
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
