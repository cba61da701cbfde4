// Una clase con el límite y un error propio, hijo de JsonWebTokenError.
import jwt from 'jsonwebtoken'
import type { Claims } from '#comun/claims.ts'

export const UNA_HORA = 60 * 60

const MARGEN = 60

export function leerDuracion(texto: string | undefined): number {
  const segundos = texto === undefined ? UNA_HORA : Number(texto)
  if (Number.isInteger(segundos) && segundos > 0) return segundos
  throw Object.assign(new Error('Configura la duración en segundos'), { code: 'DURACION', texto })
}

export function expiraEn(segundos: number): { expiresIn: number } {
  const opciones = {} as { expiresIn: number }
  opciones.expiresIn = segundos
  return opciones
}

class ExpInaceptable extends jwt.JsonWebTokenError {
  constructor(exp: number | undefined) {
    super(`exp inaceptable: ${exp}`)
  }
}

class Limite {
  readonly #maxima: number

  constructor(maxima: number) {
    this.#maxima = maxima
  }

  get instante(): number {
    return (Date.now() + this.#maxima * 1000) / 1000 + MARGEN
  }

  admite(exp: number | undefined): boolean {
    return exp !== undefined && exp <= this.instante
  }
}

export function exigirExpiracion(maxima: number): (claims: Claims) => Claims {
  return function exigirExpiracion(claims) {
    if (!new Limite(maxima).admite(claims.exp)) throw new ExpInaceptable(claims.exp)
    return claims
  }
}
