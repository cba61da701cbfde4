// Un `switch` y una copia de los claims.
import jwt from 'jsonwebtoken'
import type { Claims } from '#comun/claims.ts'

export const UNA_HORA = 60 * 60

const MARGEN = 60

export function leerDuracion(texto: string | undefined): number {
  switch (typeof texto) {
    case 'undefined':
      return UNA_HORA
    default: {
      const segundos = Number(texto)
      if (segundos % 1 !== 0 || segundos < 1) throw new TypeError('Se esperaban segundos enteros')
      return segundos
    }
  }
}

export function expiraEn(segundos: number): { expiresIn: number } {
  return { expiresIn: +segundos }
}

export function exigirExpiracion(maxima: number): (claims: Claims) => Claims {
  return function exigirExpiracion(claims) {
    const expira = Number(claims.exp)
    const quedan = expira - Date.now() / 1000
    if (Number.isNaN(quedan) || quedan > maxima + MARGEN) {
      throw new jwt.JsonWebTokenError('exp falta o está demasiado lejos')
    }
    return { ...claims }
  }
}
