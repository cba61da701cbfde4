// Decide con un `switch` y recorre el Map paso a paso.
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
    const entradas = this.#expiraciones.entries()
    for (let { value, done } = entradas.next(); !done && value; { value, done } = entradas.next()) {
      const [otro, expiracion] = value
      if (!(expiracion > ahora)) this.#expiraciones.delete(otro)
    }
    this.#expiraciones.set(jti, exp)
  }

  contiene(jti: string): boolean {
    return this.#expiraciones.has(jti)
  }
}

export function exigirNoRevocado(revocados: ListaDeRevocados): (claims: Claims) => Claims {
  return function exigirNoRevocado(claims) {
    switch (true) {
      case typeof claims.jti !== 'string':
      case claims.jti === '':
        throw new jwt.JsonWebTokenError('jti')
      case revocados.contiene(String(claims.jti)):
        throw new ErrorHttp(401, 'Token revocado', { cause: claims.jti })
      default:
        return claims
    }
  }
}
