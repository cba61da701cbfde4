import { createSecretKey, type KeyObject } from 'node:crypto'
import jwt, { type SignOptions } from 'jsonwebtoken'
import { type Claims, errorDeJwt, leerClaims } from '#comun/claims.ts'
import type { Usuario } from '#comun/usuarios.ts'

/** Lo que las lecciones siguientes agregan al token. */
export interface OpcionesDeToken extends Pick<SignOptions, 'expiresIn' | 'jwtid'> {
  /** Claims de la aplicación, además de los del estándar. */
  propios?: object
}

const ALGORITMO = 'HS256'
const BYTES_MINIMOS = 32

/**
 * Convierte el secreto en la clave con la que se firma; si falta o es corto, falla al arrancar y sin
 * repetirlo en el mensaje.
 */
export function exigirSecreto(secreto: string | undefined): KeyObject {
  // #region exigir-secreto
  // Si falta o mide menos de BYTES_MINIMOS, lanza un Error que diga «32 bytes»; si no, devuelve la clave
  // que hace con él createSecretKey, en utf8.
  if (!secreto || Buffer.byteLength(secreto) < BYTES_MINIMOS) {
    throw new Error(`El secreto debe medir al menos ${BYTES_MINIMOS} bytes`)
  }
  return createSecretKey(secreto, 'utf8')
  // #endregion exigir-secreto
}

/** Crea un token firmado que identifica al usuario, diga lo que diga el resto de los parámetros. */
export function crearToken(
  usuario: Pick<Usuario, 'id'>,
  clave: KeyObject,
  { propios = {}, ...opciones }: OpcionesDeToken = {},
): string {
  // #region crear-token
  // Firma propios con opciones y, siempre, con ALGORITMO y el id del usuario como texto en subject.
  return jwt.sign(propios, clave, {
    ...opciones,
    algorithm: ALGORITMO,
    subject: String(usuario.id),
  })
  // #endregion crear-token
}

/** Devuelve los claims de un token nuestro; si no lo es, deja salir el `JsonWebTokenError` que dice por qué. */
export function verificarToken(token: string, clave: KeyObject): Claims {
  try {
    // #region verificar-token
    // Verifica el token solo con ALGORITMO y devuelve lo que leerClaims lee en el JWT completo.
    return leerClaims(jwt.verify(token, clave, { algorithms: [ALGORITMO], complete: true }))
    // #endregion verificar-token
  } catch (error) {
    throw errorDeJwt(error)
  }
}
