// Promesas encadenadas con `then`, y el rechazo con Promise.reject.
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
    const ahora = Math.floor(Date.now() / 1000)
    for (const [otro, expiracion] of this.#expiraciones) {
      if (expiracion <= ahora) this.#expiraciones.delete(otro)
    }
    this.#expiraciones.set(jti, exp)
  }

  contiene(jti: string): boolean {
    return this.#expiraciones.has(jti)
  }
}

export function exigirNoRevocado(revocados: ListaDeRevocados) {
  return (claims: Claims): Promise<Claims> =>
    Promise.resolve(claims.jti)
      .then((jti) =>
        typeof jti === 'string' && jti.length > 0
          ? revocados.contiene(jti)
          : Promise.reject(new jwt.JsonWebTokenError('Falta el jti')),
      )
      .then((revocado) => (revocado ? Promise.reject(new ErrorHttp(401, 'Token revocado')) : claims))
}
