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

/** Espera una respuesta de Redis, pero no para siempre. Si no llega no se sabe nada: ErrorHttp 503. */
export async function exigirRespuesta<T>(respuesta: Promise<T>): Promise<T> {
  const { vencido, anular } = ponerPlazo(ESPERA)
  // Devuelve lo primero que llegue, respuesta o vencido. Si falla, ErrorHttp 503 con la causa. Al final, anula.
  let valor: T
  try {
    valor = await Promise.race([respuesta, vencido])
  } catch (error) {
    anular()
    const fallo = new ErrorHttp(503, 'Servicio no disponible: vuelve a intentarlo', { cause: error })
    throw fallo
  }
  anular()
  return valor
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
    // Guarda con set la clave de contiene y un texto vacío, hasta (EXAT) el segundo expira + MARGEN. Espérala.
    const clave = `revocado:${jti}`
    const hasta = expira + MARGEN
    const guardado = await this.redis.set(clave, '', { expiration: { type: 'EXAT', value: hasta } })
    if (!guardado) throw new Error('Redis no lo guardó')
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
    // Sin sesión o con otro número, undefined. Si no, la siguiente: otro numero y renovada, ahora en segundos.
    // Devuélvela solo si cambiarSi dice que la cambió.
    if (sesion === undefined) {
      return undefined
    }
    if (sesion.numero === numero) {
      const ahora = Math.floor(Date.now() / 1000)
      const siguiente: Sesion = {
        sid,
        identidad: sesion.identidad,
        numero: numero + 1,
        renovada: ahora,
        expira: sesion.expira,
      }
      const texto = JSON.stringify(siguiente)
      if (await this.redis.cambiarSi(claveDe(sid), antes, texto)) {
        return siguiente
      }
    }
    return undefined
  }
}

/** Los intentos de cada cuenta y de cada dirección: los cuentan todos los procesos. */
export class ContadorCompartido extends Compartido implements Contador {
  async sumar(clave: string, fin: number): Promise<number> {
    const intentos = `intentos:${clave}:${fin}`
    // Pide a la vez incr y que intentos se borre en fin (expireAt), y espera las dos. Devuelve lo que dé incr.
    const van = await this.redis.incr(intentos)
    await this.redis.expireAt(intentos, fin)
    return van
  }

  async olvidar(clave: string, fin: number): Promise<void> {
    await this.redis.del(`intentos:${clave}:${fin}`)
  }
}
