// Promesas encadenadas con `then`, sin `async` ni `await`.
import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import type { Usuario } from '#comun/usuarios.ts'

const CLAIMS_PUBLICOS = ['rol']
const BYTES = 32
const COSTE = { N: 2 ** 14, r: 8, p: 5 } satisfies ScryptOptions

const derivar = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt)

export function resumir(contrasena: string): Promise<string> {
  const sal = randomBytes(16)
  return derivar(contrasena, sal, BYTES, COSTE).then((hash) =>
    [sal, hash].map((bytes) => bytes.toString('hex')).join(':'),
  )
}

export function comprobar(contrasena: string, resumen: string): Promise<boolean> {
  const [sal, esperado] = resumen.split(':').map((parte) => Buffer.from(parte, 'hex'))
  if (sal === undefined || esperado?.length !== BYTES) return Promise.resolve(false)
  return derivar(contrasena, sal, BYTES, COSTE).then((obtenido) => timingSafeEqual(obtenido, esperado))
}

export function usuarioPublico(usuario: Usuario): { id: string; rol: string } {
  return { id: String(usuario.id), rol: usuario.rol }
}

export function exigirClaimsPublicos<T extends object>(claims: T): T {
  const sobra = Object.keys(claims).find((nombre) => !CLAIMS_PUBLICOS.includes(nombre))
  if (sobra !== undefined) throw new Error(`El claim «${sobra}» no puede viajar en el token`)
  return claims
}
