// BigInt rechaza lo que no es un entero, y el límite va por partes.
import jwt from 'jsonwebtoken'
import type { Claims } from '#comun/claims.ts'

export const UNA_HORA = 60 * 60

const MARGEN = 60

export function leerDuracion(texto: string | undefined): number {
  if (texto === undefined) return UNA_HORA
  let segundos = 0n
  try {
    segundos = BigInt(texto)
  } catch (cause) {
    throw new Error('Eso no son segundos', { cause })
  }
  if (segundos <= 0n) throw new Error('Los segundos tienen que ser más de cero')
  return Number(segundos)
}

export function expiraEn(segundos: number): { expiresIn: number } {
  return { expiresIn: Number(segundos) }
}

export function exigirExpiracion(maxima: number): (claims: Claims) => Claims {
  return function exigirExpiracion(claims) {
    const instante = new Date()
    let limite = instante.valueOf() / 1000
    limite += maxima
    limite += MARGEN
    if (!('exp' in claims)) throw new jwt.JsonWebTokenError('sin exp')
    else if ((claims.exp as number) > limite) throw new jwt.JsonWebTokenError('exp lejano')
    else return claims
  }
}
