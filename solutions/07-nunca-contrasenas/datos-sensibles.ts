import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import type { Usuario } from '#comun/usuarios.ts'

const CLAIMS_PUBLICOS = ['rol']
const BYTES = 32
const COSTE = { N: 2 ** 14, r: 8, p: 5 } satisfies ScryptOptions

const derivar = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt)

/** Convierte una contraseña en un texto `sal:hash` del que no se puede volver a ella. */
export async function resumir(contrasena: string): Promise<string> {
  // #region resumir
  // Deriva BYTES bytes con COSTE y una sal de 16 bytes al azar; devuelve sal y hash en hexadecimal.
  const sal = randomBytes(16)
  const hash = await derivar(contrasena, sal, BYTES, COSTE)
  return `${sal.toString('hex')}:${hash.toString('hex')}`
  // #endregion resumir
}

/** Indica si la contraseña corresponde a un resumen `sal:hash` guardado. */
export async function comprobar(contrasena: string, resumen: string): Promise<boolean> {
  // #region comprobar
  // Deriva con la misma sal y compara con timingSafeEqual; un resumen estropeado no coincide con nada.
  const [sal = '', hash = ''] = resumen.split(':')
  const esperado = Buffer.from(hash, 'hex')
  if (esperado.length !== BYTES) return false
  return timingSafeEqual(esperado, await derivar(contrasena, Buffer.from(sal, 'hex'), BYTES, COSTE))
  // #endregion comprobar
}

/** Copia del usuario solo lo que la API puede contar. */
export function usuarioPublico({ id, rol }: Usuario): { id: string; rol: string } {
  // #region usuario-publico
  // Devuelve un objeto nuevo con el id, como texto, y el rol.
  return { id: String(id), rol }
  // #endregion usuario-publico
}

/** Devuelve los mismos claims; falla si alguno no está en la lista de los que pueden viajar. */
export function exigirClaimsPublicos<T extends object>(claims: T): T {
  // #region exigir-claims-publicos
  // Busca un claim que no esté en CLAIMS_PUBLICOS y, si lo hay, lanza un error que lo nombre.
  const sobra = Object.keys(claims).find((nombre) => !CLAIMS_PUBLICOS.includes(nombre))
  if (sobra) throw new Error(`El claim «${sobra}» no puede viajar en el token`)
  return claims
  // #endregion exigir-claims-publicos
}
