// Una clase propia de error, un conjunto de permitidos y una copia de los claims.
import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import type { Usuario } from '#comun/usuarios.ts'

const CLAIMS_PUBLICOS = new Set(['rol'])
const BYTES = 32
const COSTE = { N: 2 ** 14, r: 8, p: 5 } satisfies ScryptOptions

const derivar = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt)

export async function resumir(contrasena: string): Promise<string> {
  const sal = randomBytes(16)
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

export function usuarioPublico(usuario: Usuario): { id: string; rol: string } {
  const publico = { id: '', rol: '' }
  publico.id = usuario.id.toString()
  publico.rol = usuario.rol
  return publico
}

class ClaimDeMas extends Error {
  constructor(nombre: string) {
    super(`Sobra el claim ${nombre}`)
    this.name = 'ClaimDeMas'
  }
}

export function exigirClaimsPublicos<T extends object>(claims: T): T {
  for (const [nombre] of Object.entries(claims)) {
    if (CLAIMS_PUBLICOS.has(nombre)) continue
    throw new ClaimDeMas(nombre)
  }
  return { ...claims }
}
