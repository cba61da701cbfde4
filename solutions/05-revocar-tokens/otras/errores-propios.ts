// Lanza clases propias, que heredan de las que se piden, y es más estricta con el jti.
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

class TokenRevocado extends ErrorHttp {
  constructor() {
    super(401, 'Token revocado')
  }
}

class TokenSinJti extends jwt.JsonWebTokenError {}

export function exigirNoRevocado(revocados: ListaDeRevocados): (claims: Claims) => Claims {
  const comprobarJti = (jti: unknown): string => {
    if (typeof jti === 'string' && jti.trim() !== '' && jti.length < 256) return jti
    throw new TokenSinJti('El claim jti no es un texto con contenido')
  }
  return function exigirNoRevocado(claims) {
    const revocado = revocados.contiene(comprobarJti(claims.jti))
    if (revocado) throw new TokenRevocado()
    else return claims
  }
}
