import type { Claims } from '#comun/claims.ts'
import { ErrorHttp } from '#comun/errores.ts'
import type { Contador } from '#comun/intentos.ts'
import { ponerPlazo } from '#comun/plazo.ts'
import { type Redis, vigilarRedis } from '#comun/redis.ts'
import type { Revocados } from '#comun/revocados.ts'
import type { Sesion } from '#comun/sesiones.ts'
import { claveDe, SesionesEnRedis } from '#comun/sesiones-en-redis.ts'

/** Lo más que se espera una respuesta de Redis, en milisegundos. */
const ESPERA = 500
/** Segundos que pueden diferir los relojes de dos máquinas. */
const MARGEN = 60

/** Espera a Redis, pero no para siempre: sin respuesta, ErrorHttp 503 «Servicio no disponible: vuelve a intentarlo». */
export async function exigirRespuesta<T>(respuesta: Promise<T>): Promise<T> {
  const { vencido, anular } = ponerPlazo(ESPERA)
  // #region exigir-respuesta
  // Devuelve lo primero que llegue, respuesta o vencido. Si falla, ese 503 con la causa. Al final, anula.
  try {
    return await Promise.race([respuesta, vencido])
  } catch (cause) {
    throw new ErrorHttp(503, 'Servicio no disponible: vuelve a intentarlo', { cause })
  } finally {
    anular()
  }
  // #endregion exigir-respuesta
}

/** Algo que se guarda en un Redis, con un plazo para cada orden. */
class Compartido {
  protected readonly redis: Redis
  constructor(redis: Redis) {
    this.redis = vigilarRedis(redis, exigirRespuesta)
  }
}

/** Los tokens revocados, en un Redis que consultan todos los procesos. */
export class RevocadosCompartidos extends Compartido implements Revocados {
  /** Revoca un token para todos los procesos. Cuando la promesa se cumple, está guardado. */
  async revocar({ jti, exp }: Claims): Promise<void> {
    if (!jti || exp === undefined) throw new TypeError('Para revocar hacen falta jti y exp')
    const expira = Math.ceil(exp)
    // #region revocar
    // Guarda con set un texto vacío en la clave que mira contiene, hasta expira + MARGEN (EXAT). Espéralo.
    await this.redis.set(`revocado:${jti}`, '', { expiration: { type: 'EXAT', value: expira + MARGEN } })
    // #endregion revocar
  }

  async contiene(jti: string): Promise<boolean> {
    return (await this.redis.exists(`revocado:${jti}`)) === 1
  }
}

/** Las sesiones de la lección 9, en ese mismo Redis. Lo que no cambia viene dado. */
export class SesionesCompartidas extends SesionesEnRedis {
  constructor(redis: Redis) {
    super(vigilarRedis(redis, exigirRespuesta))
  }

  async avanzar(sid: string, numero: number): Promise<Sesion | undefined> {
    const { antes, sesion } = await this.leer(sid)
    // #region avanzar
    // Sin sesión o con otro número, undefined. Si no, la siguiente: numero + 1 y renovada, ahora en segundos
    // enteros. Devuélvela solo si cambiarSi dice que la cambió.
    if (!sesion || sesion.numero !== numero) return undefined
    const siguiente = { ...sesion, numero: numero + 1, renovada: Math.floor(Date.now() / 1000) }
    const cambiada = await this.redis.cambiarSi(claveDe(sid), antes, JSON.stringify(siguiente))
    return cambiada ? siguiente : undefined
    // #endregion avanzar
  }
}

/** Los intentos de cada cuenta y de cada dirección: los cuentan todos los procesos. */
export class ContadorCompartido extends Compartido implements Contador {
  async sumar(clave: string, fin: number): Promise<number> {
    const intentos = `intentos:${clave}:${fin}`
    // #region sumar
    // Con Promise.all, pide incr y que intentos se borre en fin (expireAt), en ese orden. Devuelve lo de incr.
    const [van] = await Promise.all([this.redis.incr(intentos), this.redis.expireAt(intentos, fin)])
    return van
    // #endregion sumar
  }

  async olvidar(clave: string, fin: number): Promise<void> {
    await this.redis.del(`intentos:${clave}:${fin}`)
  }
}
