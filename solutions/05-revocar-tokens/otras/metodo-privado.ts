// Limpia en un método privado y lee los claims sin desestructurarlos en la firma.
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

  revocar(claims: Claims): void {
    this.#olvidarExpirados()
    if (claims.jti === undefined) return
    this.#expiraciones.set(claims.jti, claims.exp ?? Number.POSITIVE_INFINITY)
  }

  #olvidarExpirados(): void {
    const segundos = Math.floor(Date.now() / 1000)
    for (const jti of this.#expiraciones.keys()) {
      const exp = this.#expiraciones.get(jti)
      if (exp === undefined || segundos < exp) continue
      this.#expiraciones.delete(jti)
    }
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
