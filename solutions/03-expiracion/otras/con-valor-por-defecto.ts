// El valor por defecto entra al convertir, y los milisegundos se quedan en milisegundos.
import jwt from 'jsonwebtoken'
import type { Claims } from '#comun/claims.ts'

export const UNA_HORA = 60 * 60

const MARGEN = 60

export function leerDuracion(texto: string | undefined): number {
  const segundos = +(texto ?? UNA_HORA)
  const vale = Number.isSafeInteger(segundos) && segundos > 0
  if (!vale) throw new Error('SEGUNDOS: un entero mayor que cero')
  return segundos
}

export function expiraEn(segundos: number): { expiresIn: number } {
  return Object.freeze({ expiresIn: segundos })
}

export function exigirExpiracion(maxima: number): (claims: Claims) => Claims {
  return function exigirExpiracion(claims) {
    const { exp = Number.POSITIVE_INFINITY } = claims
    const limite = Date.now() + (maxima + MARGEN) * 1000
    if (exp * 1000 <= limite) return claims
    throw new jwt.JsonWebTokenError('Este token no expira a tiempo')
  }
}
