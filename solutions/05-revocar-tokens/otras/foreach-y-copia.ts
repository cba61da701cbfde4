// Limpia con forEach, guarda antes de limpiar y devuelve una copia de los claims.
import { randomUUID } from 'node:crypto'
import jwt from 'jsonwebtoken'
import type { Claims } from '#comun/claims.ts'
import { ErrorHttp } from '#comun/errores.ts'

export function identificar(): { jwtid: string } {
  return { jwtid: randomUUID() }
}

export class ListaDeRevocados {
  readonly #expiraciones = new Map<string, number>()

  get tamano(): number {
    return this.#expiraciones.size
  }

  revocar({ jti = '', exp = Infinity }: Claims): void {
    this.#expiraciones.set(jti, exp)
    const ahora = Date.now() / 1000
    this.#expiraciones.forEach((expiracion, otro) => {
      if (expiracion > ahora) return
      this.#expiraciones.delete(otro)
    })
  }

  contiene(jti: string): boolean {
    return this.#expiraciones.has(jti)
  }
}

export function exigirNoRevocado(revocados: ListaDeRevocados): (claims: Claims) => Claims {
  return ({ ...claims }) => {
    if (!claims.jti || typeof claims.jti !== 'string') throw new jwt.JsonWebTokenError('No hay jti')
    if (!revocados.contiene(claims.jti)) return claims
    throw new ErrorHttp(401, 'Token revocado')
  }
}
