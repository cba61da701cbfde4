// Cada paso con su nombre, salidas tempranas y un RangeError.
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
  const mensaje = 'Hacen falta 32 bytes'
  if (secreto === undefined) throw new RangeError(mensaje)
  const bytes = Buffer.from(secreto, 'utf8').length
  const basta = bytes >= BYTES_MINIMOS
  if (!basta) throw new RangeError(mensaje)
  const clave = createSecretKey(secreto, 'utf8')
  return clave
}

export function crearToken(
  usuario: Pick<Usuario, 'id'>,
  clave: KeyObject,
  { propios = {}, ...opciones }: OpcionesDeToken = {},
): string {
  const fijas: SignOptions = { algorithm: ALGORITMO, subject: `${usuario.id}` }
  const todas: SignOptions = { ...opciones, ...fijas }
  const token = jwt.sign({ ...propios }, clave, todas)
  return token
}

export function verificarToken(token: string, clave: KeyObject): Claims {
  try {
    const completo = jwt.verify(token, clave, { algorithms: [ALGORITMO], complete: true })
    const claims = leerClaims(completo)
    return claims
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
