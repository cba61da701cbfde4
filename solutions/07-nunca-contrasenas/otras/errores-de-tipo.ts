// Errores de otra clase, claves propias sin enumerar y bytes en un Uint8Array.
import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto'
import type { Usuario } from '#comun/usuarios.ts'

const CLAIMS_PUBLICOS: unknown[] = ['rol']
const BYTES = 32
const COSTE = { N: 2 ** 14, r: 8, p: 5 }

export async function resumir(contrasena: string): Promise<string> {
  const sal = randomBytes(16)
  return [sal, scryptSync(contrasena, sal, BYTES, COSTE)].map((bytes) => bytes.toString('hex')).join(':')
}

export async function comprobar(contrasena: string, resumen: string): Promise<boolean> {
  const partes = resumen.split(':')
  if (partes.length !== 2) return false
  const [sal, guardado] = partes.map((parte) => Uint8Array.from(Buffer.from(parte, 'hex')))
  if (!sal || guardado?.length !== BYTES) return false
  return timingSafeEqual(scryptSync(contrasena, sal, BYTES, COSTE), guardado)
}

export function usuarioPublico({ id, rol }: Usuario): { id: string; rol: string } {
  return { rol, id: `${id}` }
}

export function exigirClaimsPublicos<T extends object>(claims: T): T {
  for (const nombre of Reflect.ownKeys(claims)) {
    if (!CLAIMS_PUBLICOS.includes(nombre)) throw new TypeError(`El claim ${String(nombre)} no puede viajar`)
  }
  return claims
}
