// `jwt.verify` avisa con un `callback`, que se llama en el acto.
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
  if (secreto && !(Buffer.byteLength(secreto) < BYTES_MINIMOS)) return createSecretKey(secreto, 'utf8')
  throw Object.assign(new Error(`Mínimo: ${BYTES_MINIMOS} bytes`), { code: 'SECRETO_CORTO' })
}

export function crearToken(
  usuario: Pick<Usuario, 'id'>,
  clave: KeyObject,
  { propios = {}, ...opciones }: OpcionesDeToken = {},
): string {
  const { sub: _ajeno, ...limpios } = propios as { sub?: unknown }
  return jwt.sign({ ...limpios }, clave, {
    ...opciones,
    header: { alg: ALGORITMO, typ: 'JWT', kid: '1' },
    algorithm: ALGORITMO,
    subject: ''.concat(String(usuario.id)),
  })
}

export function verificarToken(token: string, clave: KeyObject): Claims {
  try {
    let completo: jwt.Jwt | undefined
    jwt.verify(token, clave, { algorithms: [ALGORITMO], complete: true }, (error, leido) => {
      if (error) throw error
      completo = leido
    })
    return leerClaims(completo as jwt.Jwt)
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
