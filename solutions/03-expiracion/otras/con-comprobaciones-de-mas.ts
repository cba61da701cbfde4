// Rechaza también lo ya expirado, el tipo equivocado y lo que no cabe en un entero.
import jwt from 'jsonwebtoken'
import type { Claims } from '#comun/claims.ts'

export const UNA_HORA = 60 * 60

const MARGEN = 60

export function leerDuracion(texto: string | undefined): number {
  if (texto === undefined) return UNA_HORA
  const errores = [
    [!/\S/.test(texto), 'vacía'],
    [Number.isNaN(Number(texto)), 'no es un número'],
    [!Number.isSafeInteger(Number(texto)), 'no es un entero'],
    [Number(texto) <= 0, 'no es mayor que cero'],
  ] as const
  const fallo = errores.find(([ocurre]) => ocurre)
  if (fallo) throw new Error(`Duración en segundos ${fallo[1]}`)
  return Number(texto)
}

export function expiraEn(segundos: number): { expiresIn: number } {
  if (!Number.isInteger(segundos)) throw new TypeError('segundos es un entero')
  return { expiresIn: Math.trunc(segundos) }
}

export function exigirExpiracion(maxima: number): (claims: Claims) => Claims {
  return function exigirExpiracion(claims) {
    const ahora = Date.now() / 1000
    if (typeof claims.exp !== 'number') throw new jwt.JsonWebTokenError('exp no es un número')
    if (!Number.isFinite(claims.exp)) throw new jwt.JsonWebTokenError('exp no es finito')
    if (claims.exp <= ahora) throw new jwt.JsonWebTokenError('exp ya pasó')
    if (claims.exp > ahora + maxima + MARGEN) throw new jwt.JsonWebTokenError('exp demasiado lejos')
    return structuredClone(claims)
  }
}
