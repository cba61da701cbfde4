// El id va en el payload, detrás de los claims propios.
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
  switch (true) {
    case secreto === undefined:
    case Buffer.byteLength(secreto as string) < BYTES_MINIMOS:
      throw new Error('JWT_SECRETO: 32 bytes como mínimo')
    default:
      return createSecretKey(secreto as string, 'utf8')
  }
}

export function crearToken(
  usuario: Pick<Usuario, 'id'>,
  clave: KeyObject,
  { propios = {}, ...opciones }: OpcionesDeToken = {},
): string {
  const payload = { ...propios, sub: String(usuario.id) }
  return jwt.sign(payload, clave, { ...opciones, algorithm: ALGORITMO })
}

export function verificarToken(token: string, clave: KeyObject): Claims {
  try {
    jwt.verify(token, clave, { algorithms: [ALGORITMO] })
    const completo = jwt.decode(token, { complete: true })
    if (!completo) throw new jwt.JsonWebTokenError('No se puede leer')
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
