import type { Redis } from './redis.ts'
import { nuevaSesion, POR_CUENTA, type Sesion, type Sesiones } from './sesiones.ts'

/**
 * Las sesiones en un Redis: cada una, en una clave que se borra cuando acaba, y los `sid` de cada cuenta, del más
 * antiguo al más reciente, en una lista que se borra con la última.
 */
export abstract class SesionesEnRedis implements Sesiones {
  protected readonly redis: Redis

  constructor(redis: Redis) {
    this.redis = redis
  }

  async abrir(identidad: string): Promise<Sesion> {
    const sesion = nuevaSesion(identidad)
    const { sid, expira } = sesion
    await this.redis.set(claveDe(sid), JSON.stringify(sesion), {
      expiration: { type: 'EXAT', value: expira },
    })
    const [van] = await Promise.all([
      this.redis.rPush(deCuenta(identidad), sid),
      this.redis.expireAt(deCuenta(identidad), expira),
    ])
    // Cada proceso que la deja con una de más saca una: aunque abran varias a la vez, quedan las que caben.
    const sobra = van > POR_CUENTA ? await this.redis.lPop(deCuenta(identidad)) : null
    if (sobra) await this.redis.del(claveDe(sobra))
    return sesion
  }

  async buscar(sid: string): Promise<Sesion | undefined> {
    return (await this.leer(sid)).sesion
  }

  /** La sesión, y el texto que la guarda: con él se comprueba después que nadie la cambió. */
  protected async leer(sid: string): Promise<{ antes: string; sesion?: Sesion }> {
    const antes = await this.redis.get(claveDe(sid))
    return antes === null ? { antes: '' } : { antes, sesion: JSON.parse(antes) }
  }

  abstract avanzar(sid: string, numero: number): Promise<Sesion | undefined>

  async cerrar(sid: string): Promise<void> {
    const sesion = await this.buscar(sid)
    if (!sesion) return
    // La lista, antes: si falla lo segundo, la sesión sigue y se puede volver a cerrar.
    await this.redis.lRem(deCuenta(sesion.identidad), 0, sid)
    await this.redis.del(claveDe(sid))
  }
}

/** La clave de una sesión. */
export function claveDe(sid: string): string {
  return `sesion:${sid}`
}

const deCuenta = (identidad: string) => `sesiones:${identidad}`
