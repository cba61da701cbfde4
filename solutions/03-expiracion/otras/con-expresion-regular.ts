// Solo dígitos, en lugar de mirar el número.
import jwt from 'jsonwebtoken'
import type { Claims } from '#comun/claims.ts'

export const UNA_HORA = 60 * 60

const MARGEN = 60

export function leerDuracion(texto: string | undefined): number {
  if (texto === undefined) return UNA_HORA
  if (/^0*[1-9]\d*$/.test(texto)) return Number.parseInt(texto, 10)
  throw new RangeError(`JWT_DURACION son segundos: «${texto}» no sirve`)
}

export function expiraEn(segundos: number): { expiresIn: number } {
  const opciones = { expiresIn: segundos }
  return opciones
}

export function exigirExpiracion(maxima: number): (claims: Claims) => Claims {
  return function exigirExpiracion(claims) {
    const ahora = Math.floor(Date.now() / 1000)
    const { exp } = claims
    if (exp === undefined) throw new jwt.JsonWebTokenError('Falta exp')
    if (exp - ahora > maxima + MARGEN) throw new jwt.JsonWebTokenError('Dura demasiado')
    return claims
  }
}
