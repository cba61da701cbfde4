// La comprobación es asíncrona: la guardia la espera igual.
import jwt from 'jsonwebtoken'
import type { Claims } from '#comun/claims.ts'

export const UNA_HORA = 60 * 60

const MARGEN = 60

export function leerDuracion(texto: string | undefined): number {
  const UNIDAD = 'segundos'
  if (typeof texto === 'undefined') return UNA_HORA
  const limpio = texto.trim()
  if (limpio === '') throw new Error(`Vacío: faltan los ${UNIDAD}`)
  const duracion = Number(limpio)
  if (!Number.isFinite(duracion)) throw new Error(`No es un número de ${UNIDAD}`)
  if (!Number.isInteger(duracion)) throw new Error(`Sin fracciones de ${UNIDAD}`)
  if (duracion <= 0) throw new Error(`Más de cero ${UNIDAD}`)
  return duracion
}

export function expiraEn(segundos: number): { expiresIn: number } {
  return Object.fromEntries([['expiresIn', segundos]]) as { expiresIn: number }
}

export function exigirExpiracion(maxima: number): (claims: Claims) => Promise<Claims> {
  return async function exigirExpiracion(claims) {
    const ahora = Date.now() / 1000
    const falta = claims.exp === undefined
    const lejos = !falta && claims.exp! > ahora + maxima + MARGEN
    if (falta || lejos) throw new jwt.JsonWebTokenError('Inaceptable')
    return claims
  }
}
