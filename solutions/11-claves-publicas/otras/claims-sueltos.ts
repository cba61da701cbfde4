// Los claims registrados van en el payload, sin las opciones de jsonwebtoken que los ponen.
import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import jwt from 'jsonwebtoken'
import { type Claims, errorDeJwt, leerClaims } from '#comun/claims.ts'
import type { Usuario } from '#comun/usuarios.ts'
import type { OpcionesDeToken } from '#solucion/01-generar-el-token/token.ts'

const ALGORITMO = 'ES256'
/** P-256, con el nombre que le da OpenSSL: la única curva de ES256. */
const CURVA = 'prime256v1'

/** Claves privadas: la primera firma; con la parte pública de todas se verifica. */
export type Llavero = readonly [KeyObject, ...KeyObject[]]

/** Claves públicas, como las pide RFC 7517: con ellas se verifica y no se puede firmar. */
export interface Jwks {
  keys: { kty?: string; crv?: string; x?: string; y?: string; kid: string; alg: string; use: string }[]
}

/** Lee de una variable de entorno las claves del llavero, un PEM detrás de otro. */
export function leerClaves(texto = ''): Llavero {
  const [primera = '', ...otras] = texto.trim().split(/(?=-----BEGIN )/)
  return [leerClave(primera), ...otras.map(leerClave)]
}

/** Lee una clave privada en PEM. Falla, sin repetirla en el mensaje, si no sirve para ES256. */
function leerClave(pem: string): KeyObject {
  const clave = createPrivateKey(pem.replaceAll('\\n', '\n'))
  if (clave.asymmetricKeyDetails?.namedCurve !== CURVA) throw new Error('La clave debe ser de la curva P-256')
  return clave
}

/** El nombre de una clave: el hash de su parte pública (RFC 7638). Dos claves no lo comparten. */
export function kidDe(clave: KeyObject): string {
  const { crv, kty, x, y } = createPublicKey(clave).export({ format: 'jwk' })
  return createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url')
}

/** La parte pública de cada clave, lista para `/.well-known/jwks.json`. */
export function publicarClaves(llavero: Llavero): Jwks {
  return {
    keys: Array.from(llavero, (clave) => {
      const jwk = createPublicKey(clave).export({ format: 'jwk' })
      return Object.assign(jwk, { kid: kidDe(clave), alg: ALGORITMO, use: 'sig', key_ops: ['verify'] })
    }),
  }
}

/** Como `crearToken` de la lección 1, con la primera clave del llavero, que queda nombrada en `kid`. */
export function firmarToken(
  usuario: Pick<Usuario, 'id'>,
  [clave]: Llavero,
  { propios = {}, ...opciones }: OpcionesDeToken = {},
): string {
  const { jwtid, subject: _otro, keyid: _otra, ...resto } = opciones as jwt.SignOptions
  const claims = { ...propios, ...(jwtid !== undefined && { jti: jwtid }), sub: String(usuario.id) }
  return jwt.sign(claims, clave, { ...resto, algorithm: ALGORITMO, keyid: kidDe(clave) })
}

/** Prepara un verificador que solo confía en estas claves, diga lo que diga el encabezado del token. */
export function verificarCon({ keys }: Jwks): (token: string) => Claims {
  // De las que no son para ES256 no sabemos nada: se dejan (RFC 7517 §5).
  const nuestras = keys.filter(({ alg, crv }) => alg === ALGORITMO && crv === 'P-256')
  const claves = new Map(nuestras.map((key) => [key.kid, createPublicKey({ key, format: 'jwk' })]))
  if (!claves.size || claves.size < nuestras.length) throw new Error('Faltan claves o se repite un kid')
  return function verificarFirma(token) {
    try {
      const clave = claves.get(jwt.decode(token, { complete: true })?.header.kid ?? '')
      if (!clave) throw new jwt.JsonWebTokenError('kid desconocido')
      return leerClaims(jwt.verify(token, clave, { algorithms: [ALGORITMO], complete: true }))
    } catch (error) {
      throw errorDeJwt(error)
    }
  }
}
