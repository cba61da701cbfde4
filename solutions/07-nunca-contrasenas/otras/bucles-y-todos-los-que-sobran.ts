// Bucles en vez de `find`, y un mensaje con todos los claims que sobran.
import { type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import type { Usuario } from '#comun/usuarios.ts'

const CLAIMS_PUBLICOS = ['rol']
const BYTES = 32
const COSTE = { N: 2 ** 14, r: 8, p: 5 } satisfies ScryptOptions

const derivar = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt)

export async function resumir(contrasena: string): Promise<string> {
  const sal = Buffer.alloc(16)
  crypto.getRandomValues(sal)
  const hash = await derivar(contrasena, sal, BYTES, COSTE)
  return `${sal.toString('hex')}:${hash.toString('hex')}`
}

export async function comprobar(contrasena: string, resumen: string): Promise<boolean> {
  const [sal = '', hash = ''] = resumen.split(':')
  const esperado = Buffer.from(hash, 'hex')
  if (esperado.length !== BYTES) return false
  const obtenido = await derivar(contrasena, Buffer.from(sal, 'hex'), BYTES, COSTE)
  return timingSafeEqual(esperado, obtenido)
}

export const usuarioPublico = ({ id, rol }: Usuario): { id: string; rol: string } => ({ id: `${id}`, rol })

export function exigirClaimsPublicos<T extends object>(claims: T): T {
  const sobran: string[] = []
  for (const nombre in claims) {
    if (!CLAIMS_PUBLICOS.includes(nombre)) sobran.push(nombre)
  }
  if (sobran.length > 0) throw new Error(`No pueden viajar en el token: ${sobran.join(', ')}`)
  return claims
}
