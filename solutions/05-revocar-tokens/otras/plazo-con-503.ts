// Espera a la lista un plazo; si no contesta a tiempo, responde 503 en vez de dejar pasar.
import { randomUUID } from 'node:crypto'
import jwt from 'jsonwebtoken'
import type { Claims } from '#comun/claims.ts'
import { ErrorHttp } from '#comun/errores.ts'
import type { Revocados } from '#comun/revocados.ts'
import { porTandas } from '#comun/tandas.ts'

const PLAZO = 2000

export function identificar(): { jwtid: string } {
  return { jwtid: randomUUID() }
}

export class ListaDeRevocados implements Revocados {
  readonly #expiraciones = new Map<string, number>()
  readonly #tanda = porTandas(this.#expiraciones)

  get tamano(): number {
    return this.#expiraciones.size
  }

  revocar({ jti = '', exp = Infinity }: Claims): void {
    for (const [otro, expiracion] of this.#tanda()) {
      if (expiracion * 1000 <= Date.now()) this.#expiraciones.delete(otro)
    }
    this.#expiraciones.set(jti, exp)
  }

  contiene(jti: string): boolean {
    return this.#expiraciones.has(jti)
  }
}

async function conPlazo<T>(respuesta: T | Promise<T>): Promise<T> {
  let temporizador: NodeJS.Timeout | undefined
  const plazo = new Promise<never>((_cumplir, rechazar) => {
    const tarde = new ErrorHttp(503, 'Servicio no disponible')
    temporizador = setTimeout(() => rechazar(tarde), PLAZO)
  })
  try {
    return await Promise.race([respuesta, plazo])
  } finally {
    clearTimeout(temporizador)
  }
}

export function exigirNoRevocado(revocados: Revocados): (claims: Claims) => Promise<Claims> {
  return async function exigirNoRevocado(claims) {
    const { jti } = claims
    if (typeof jti !== 'string' || jti === '') throw new jwt.JsonWebTokenError('Falta el jti')
    if (await conPlazo(revocados.contiene(jti))) throw new ErrorHttp(401, 'Token revocado')
    return claims
  }
}
