// Importa `crypto` entero, con su export por defecto, y da el identificador en hexadecimal.
import crypto from 'node:crypto'
import jwt from 'jsonwebtoken'
import type { Claims } from '#comun/claims.ts'
import { ErrorHttp } from '#comun/errores.ts'

export function identificar(): { jwtid: string } {
  const jwtid = crypto.randomBytes(16).toString('hex')
  return { jwtid }
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

export function exigirNoRevocado(revocados: ListaDeRevocados): (claims: Claims) => Claims {
  return function exigirNoRevocado(claims) {
    const { jti } = claims
    if (typeof jti !== 'string' || !jti) throw new jwt.JsonWebTokenError('jti debe ser un texto')
    if (revocados.contiene(jti)) throw new ErrorHttp(401, 'Token revocado')
    return claims
  }
}
