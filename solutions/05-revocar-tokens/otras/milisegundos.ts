// Compara en milisegundos: multiplica exp por mil en vez de dividir el reloj.
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
    const expirados = [...this.#expiraciones].filter(([, segundos]) => segundos * 1000 <= Date.now())
    for (const [otro] of expirados) this.#expiraciones.delete(otro)
    this.#expiraciones.set(jti, exp)
  }

  contiene(jti: string): boolean {
    return this.#expiraciones.has(jti)
  }
}

export function exigirNoRevocado(revocados: ListaDeRevocados): (claims: Claims) => Claims {
  return function exigirNoRevocado(claims) {
    const { jti } = claims
    if (typeof jti !== 'string' || !jti) throw new jwt.JsonWebTokenError('jti debe ser un texto')
    if (revocados.contiene(jti)) throw new ErrorHttp(401, 'Token revocado')
    return claims
  }
}
