// Construye un Map nuevo con los que siguen vigentes, en vez de borrar los demás.
import { randomUUID } from 'node:crypto'
import jwt from 'jsonwebtoken'
import type { Claims } from '#comun/claims.ts'
import { ErrorHttp } from '#comun/errores.ts'

export function identificar(): { jwtid: string } {
  return { jwtid: randomUUID() }
}

export class ListaDeRevocados {
  #expiraciones = new Map<string, number>()

  get tamano(): number {
    return this.#expiraciones.size
  }

  revocar({ jti = '', exp = Infinity }: Claims): void {
    const ahora = Math.trunc(Date.now() / 1e3)
    const vigentes = Array.from(this.#expiraciones).filter(([, expiracion]) => ahora < expiracion)
    this.#expiraciones = new Map([...vigentes, [jti, exp]])
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
