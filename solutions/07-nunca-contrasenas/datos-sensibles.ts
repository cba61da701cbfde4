import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import type { Usuario } from '#comun/usuarios.ts'

const CLAIMS_PUBLICOS = ['rol']
const BYTES = 32
const COSTE = { N: 2 ** 14, r: 8, p: 5 } satisfies ScryptOptions

/** scrypt en forma de promesa: `await derivar(contrasena, sal, BYTES, COSTE)` es un `Buffer`. */
const derivar = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt)

/** Convierte una contraseña en un texto `sal:hash` del que no se puede volver a ella. */
export async function resumir(contrasena: string): Promise<string> {
  // #region resumir
  // Deriva BYTES bytes de la contraseña tal cual, con COSTE y 16 bytes de sal al azar; devuelve
  // `sal:hash` en hexadecimal.
  const sal = randomBytes(16)
  const hash = await derivar(contrasena, sal, BYTES, COSTE)
  return `${sal.toString('hex')}:${hash.toString('hex')}`
  // #endregion resumir
}

/** Indica si la contraseña corresponde a un resumen `sal:hash` guardado. Nunca lanza. */
export async function comprobar(contrasena: string, resumen: string): Promise<boolean> {
  // #region comprobar
  // Deriva con la sal guardada y compara los bytes con timingSafeEqual, sin más atajo que mirar antes su
  // tamaño. Con un resumen estropeado, devuelve false.
  const [sal = '', hash = ''] = resumen.split(':')
  const esperado = Buffer.from(hash, 'hex')
  if (esperado.length !== BYTES) return false
  const obtenido = await derivar(contrasena, Buffer.from(sal, 'hex'), BYTES, COSTE)
  return timingSafeEqual(esperado, obtenido)
  // #endregion comprobar
}

/** Copia del usuario solo lo que la API puede contar. */
export function usuarioPublico(usuario: Usuario): { id: string; rol: string } {
  // #region usuario-publico
  // Devuelve un objeto nuevo con el id, como texto, y el rol, y nada más.
  return { id: String(usuario.id), rol: usuario.rol }
  // #endregion usuario-publico
}

/** Devuelve los mismos claims; falla si alguno no está en la lista de los que pueden viajar. */
export function exigirClaimsPublicos<T extends object>(claims: T): T {
  // #region exigir-claims-publicos
  // Si un claim no está en CLAIMS_PUBLICOS, lanza un Error con su nombre, sin su valor; si no, devuelve claims.
  const sobra = Object.keys(claims).find((nombre) => !CLAIMS_PUBLICOS.includes(nombre))
  if (sobra !== undefined) throw new Error(`El claim «${sobra}» no puede viajar en el token`)
  return claims
  // #endregion exigir-claims-publicos
}
