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
  // TODO 1: Haz un salto de cada \n escrito y crea la clave; si no es de CURVA, lanza un Error que diga «P-256».
  throw new Error('TODO 1: leer-clave')
}

/** El nombre de una clave: el hash de su parte pública (RFC 7638). Dos claves no lo comparten. */
export function kidDe(clave: KeyObject): string {
  const { crv, kty, x, y } = createPublicKey(clave).export({ format: 'jwk' })
  return createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url')
}

/** La parte pública de cada clave, lista para `/.well-known/jwks.json`. */
export function publicarClaves(llavero: Llavero): Jwks {
  // TODO 2: Devuelve { keys } con kty, crv, x e y del JWK público de cada clave y, además, su kid, alg y use («sig»).
  throw new Error('TODO 2: publicar-claves')
}

/** Como `crearToken` de la lección 1, con la primera clave del llavero, que queda nombrada en `kid`. */
export function firmarToken(
  usuario: Pick<Usuario, 'id'>,
  llavero: Llavero,
  { propios = {}, ...opciones }: OpcionesDeToken = {},
): string {
  const [clave] = llavero
  // TODO 3: Firma propios con clave y opciones; fija detrás algorithm, keyid (su kid) y subject (el id, como texto).
  throw new Error('TODO 3: firmar-token')
}

/** Prepara un verificador que solo confía en estas claves, diga lo que diga el encabezado del token. */
export function verificarCon(jwks: Jwks): (token: string) => Claims {
  // No usamos las que no dicen ser para ES256; RFC 7517 (§5) pide dejar las que no se entienden.
  const nuestras = jwks.keys.filter(({ alg, crv }) => alg === ALGORITMO && crv === 'P-256')
  const claves = new Map(nuestras.map((key) => [key.kid, createPublicKey({ key, format: 'jwk' })]))
  if (!claves.size || claves.size < nuestras.length) throw new Error('Faltan claves o se repite un kid')
  return function verificarFirma(token) {
    try {
      // TODO 4: Busca en claves la de su kid; si no está, JsonWebTokenError. Verifica con ella y solo con ALGORITMO, y
      // devuelve leerClaims del JWT completo.
      throw new Error('TODO 4: verificar-firma')
    } catch (error) {
      throw errorDeJwt(error)
    }
  }
}
