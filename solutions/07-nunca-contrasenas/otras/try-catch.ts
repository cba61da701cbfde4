// No mide el tamaño: si timingSafeEqual lanza, responde false.
import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import type { Usuario } from '#comun/usuarios.ts'

const CLAIMS_PUBLICOS = ['rol']
const BYTES = 32
const COSTE = { N: 2 ** 14, r: 8, p: 5 } satisfies ScryptOptions

const derivar = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt)

export async function resumir(contrasena: string): Promise<string> {
  const sal = randomBytes(16)
  const hash = await derivar(contrasena, sal, BYTES, COSTE)
  return `${sal.toString('hex')}:${hash.toString('hex')}`
}

export async function comprobar(contrasena: string, resumen: string): Promise<boolean> {
  try {
    const separador = resumen.indexOf(':')
    const sal = Buffer.from(resumen.slice(0, separador), 'hex')
    const esperado = Buffer.from(resumen.slice(separador + 1), 'hex')
    return timingSafeEqual(await derivar(contrasena, sal, BYTES, COSTE), esperado)
  } catch {
    return false
  }
}

export function usuarioPublico(usuario: Usuario): { id: string; rol: string } {
  return { id: String(usuario.id), rol: usuario.rol }
}

export function exigirClaimsPublicos<T extends object>(claims: T): T {
  const sobra = Object.keys(claims).find((nombre) => !CLAIMS_PUBLICOS.includes(nombre))
  if (sobra !== undefined) throw new Error(`El claim «${sobra}» no puede viajar en el token`)
  return claims
}
