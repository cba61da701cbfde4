// Agrega emisor, `jti`, `kid` y una expiración por defecto.
import crypto, { type KeyObject } from 'node:crypto'
import jwt, { type SignOptions } from 'jsonwebtoken'
import type { Claims } from '#comun/claims.ts'
import type { Usuario } from '#comun/usuarios.ts'

export interface OpcionesDeToken extends Pick<SignOptions, 'expiresIn' | 'jwtid'> {
  propios?: object
}

const ALGORITMO = 'HS256'
const BYTES_MINIMOS = 32

export function exigirSecreto(secreto: string | undefined): KeyObject {
  const bytes = new TextEncoder().encode(secreto ?? '').byteLength
  if (bytes < BYTES_MINIMOS) throw new Error(`Mide ${bytes} bytes y el mínimo son 32 bytes`)
  return crypto.createSecretKey(new TextEncoder().encode(secreto))
}

export function crearToken(
  usuario: Pick<Usuario, 'id'>,
  clave: KeyObject,
  { propios = {}, ...opciones }: OpcionesDeToken = {},
): string {
  return jwt.sign({ ...propios, ver: 1 }, clave, {
    jwtid: crypto.randomUUID(),
    expiresIn: '1h',
    ...opciones,
    issuer: 'cuaderno',
    keyid: 'clave-1',
    algorithm: ALGORITMO,
    subject: usuario.id.toString(),
  })
}

export function verificarToken(token: string, clave: KeyObject): Claims {
  try {
    return { ...leerClaims(jwt.verify(token, clave, { algorithms: [ALGORITMO], complete: true })) }
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
