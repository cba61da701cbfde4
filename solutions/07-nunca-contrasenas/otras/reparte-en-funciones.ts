// Lee el resumen en una función aparte y sale pronto en cada caso.
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

function leerResumen(resumen: string): { sal: Buffer; hash: Buffer } | undefined {
  const partes = resumen.split(':')
  if (partes.length !== 2) return undefined
  const [sal, hash] = partes.map((parte) => Buffer.from(parte, 'hex')) as [Buffer, Buffer]
  return sal.length === 16 && hash.length === BYTES ? { sal, hash } : undefined
}

export async function comprobar(contrasena: string, resumen: string): Promise<boolean> {
  const leido = leerResumen(resumen)
  if (!leido) return false
  const obtenido = await derivar(contrasena.normalize('NFC'), leido.sal, BYTES, COSTE)
  return timingSafeEqual(leido.hash, obtenido)
}

export function usuarioPublico(usuario: Usuario): { id: string; rol: string } {
  return { id: String(usuario.id), rol: usuario.rol }
}

export function exigirClaimsPublicos<T extends object>(claims: T): T {
  const [sobra] = Object.keys(claims).filter((nombre) => CLAIMS_PUBLICOS.indexOf(nombre) < 0)
  if (sobra !== undefined)
    throw new Error(`El claim «${sobra}» no puede viajar`, { cause: Object.keys(claims) })
  return claims
}
