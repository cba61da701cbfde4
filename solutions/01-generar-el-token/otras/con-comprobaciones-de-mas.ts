// Rechaza más de lo que se pide: espacios, claims reservados y opciones ajenas.
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
  const limpio = secreto?.trim()
  if (!limpio) throw new TypeError('Falta el secreto, de 32 bytes o más')
  if (Buffer.byteLength(limpio) < BYTES_MINIMOS) throw new RangeError('El secreto no llega a 32 bytes')
  return createSecretKey(`${secreto}`, 'utf-8')
}

export function crearToken(
  usuario: Pick<Usuario, 'id'>,
  clave: KeyObject,
  { propios = {}, ...opciones }: OpcionesDeToken = {},
): string {
  if ('sub' in propios) throw new Error('Un claim propio no puede llamarse sub')
  if ('subject' in opciones || 'algorithm' in opciones) {
    throw new Error('Ni subject ni algorithm se eligen desde fuera')
  }
  return jwt.sign(propios, clave, { ...opciones, algorithm: ALGORITMO, subject: String(usuario.id) })
}

export function verificarToken(token: string, clave: KeyObject): Claims {
  try {
    if (typeof token !== 'string') throw new jwt.JsonWebTokenError('El token es un texto')
    const completo = jwt.verify(token, clave, { algorithms: [ALGORITMO], complete: true })
    if (completo.header.alg !== ALGORITMO) throw new jwt.JsonWebTokenError('Otro algoritmo')
    return leerClaims(completo)
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
