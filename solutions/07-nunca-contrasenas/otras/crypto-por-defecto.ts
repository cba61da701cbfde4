// Importa `crypto` entero y guarda sus funciones al cargarse.
import crypto, { type ScryptOptions } from 'node:crypto'
import util from 'node:util'
import type { Usuario } from '#comun/usuarios.ts'

const CLAIMS_PUBLICOS = ['rol']
const BYTES = 32
const COSTE = { N: 2 ** 14, r: 8, p: 5 } satisfies ScryptOptions

const { timingSafeEqual: iguales } = crypto
const derivar = util.promisify<string, Buffer, number, ScryptOptions, Buffer>(crypto.scrypt)

export async function resumir(contrasena: string): Promise<string> {
  const sal = crypto.randomBytes(16)
  const hash = await derivar(contrasena, sal, BYTES, COSTE)
  return `${sal.toString('hex')}:${hash.toString('hex')}`
}

export async function comprobar(contrasena: string, resumen: string): Promise<boolean> {
  const [sal = '', hash = ''] = resumen.split(':')
  const esperado = Buffer.from(hash, 'hex')
  if (esperado.length !== BYTES) return false
  const obtenido = await derivar(contrasena, Buffer.from(sal, 'hex'), BYTES, COSTE)
  return iguales(esperado, obtenido)
}

export function usuarioPublico(usuario: Usuario): { id: string; rol: string } {
  return { id: String(usuario.id), rol: usuario.rol }
}

export function exigirClaimsPublicos<T extends object>(claims: T): T {
  const sobra = Object.keys(claims).find((nombre) => !CLAIMS_PUBLICOS.includes(nombre))
  if (sobra !== undefined) throw new Error(`El claim «${sobra}» no puede viajar en el token`)
  return claims
}
