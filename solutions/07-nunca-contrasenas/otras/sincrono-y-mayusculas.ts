// scryptSync, y el resumen en hexadecimal con mayúsculas.
import { randomBytes, type ScryptOptions, scryptSync, timingSafeEqual } from 'node:crypto'
import type { Usuario } from '#comun/usuarios.ts'

const CLAIMS_PUBLICOS = ['rol']
const BYTES = 32
const COSTE = { N: 2 ** 14, r: 8, p: 5 } satisfies ScryptOptions

const derivar = (contrasena: string, sal: Buffer) => scryptSync(contrasena, sal, BYTES, COSTE)

export async function resumir(contrasena: string): Promise<string> {
  const sal = randomBytes(16)
  return `${sal.toString('hex')}:${derivar(contrasena, sal).toString('hex')}`.toUpperCase()
}

export async function comprobar(contrasena: string, resumen: string): Promise<boolean> {
  const [sal = '', hash = ''] = resumen.toLowerCase().split(':')
  const esperado = Buffer.from(hash, 'hex')
  return (
    esperado.byteLength === BYTES && timingSafeEqual(esperado, derivar(contrasena, Buffer.from(sal, 'hex')))
  )
}

export function usuarioPublico(usuario: Usuario): { id: string; rol: string } {
  return { id: String(usuario.id), rol: usuario.rol }
}

export function exigirClaimsPublicos<T extends object>(claims: T): T {
  const sobra = Object.keys(claims).find((nombre) => !CLAIMS_PUBLICOS.includes(nombre))
  if (sobra !== undefined) throw new Error(`El claim «${sobra}» no puede viajar en el token`)
  return claims
}
