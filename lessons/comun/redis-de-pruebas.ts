import { randomUUID } from 'node:crypto'
import type { Hasta, Redis } from './redis.ts'
import { RedisEnMemoria } from './redis-en-memoria.ts'

/** Un Redis del que además se puede mirar qué guarda. */
export interface RedisDePruebas extends Redis {
  /** El instante en que se borrará, en segundos; -1 si nunca y -2 si no existe. */
  expireTime(clave: string): Promise<number>
  /** Las claves que guarda. */
  keys(): Promise<string[]>
}

/** Uno vacío, en memoria. Con `JWT_REDIS_DE_PRUEBAS`, una parte sin usar del servidor que hay en esa dirección. */
export async function redisDePruebas(): Promise<RedisDePruebas> {
  const url = process.env.JWT_REDIS_DE_PRUEBAS
  return url ? enServidor(url) : new RedisEnMemoria()
}

/**
 * El servidor tiene su reloj, y las pruebas detienen el suyo. Se le piden instantes de otro siglo, y lo que ya expiró
 * para la prueba se borra antes de cada orden.
 */
const UN_SIGLO = 100 * 365 * 24 * 60 * 60

let conexion: ReturnType<typeof conectar> | undefined

async function enServidor(url: string): Promise<RedisDePruebas> {
  conexion ??= conectar(url)
  const cliente = await conexion
  const parte = `pruebas:${randomUUID()}:`
  const en = (clave: string) => parte + clave
  const expireTime = async (clave: string) => {
    const instante = await cliente.expireTime(en(clave))
    return instante < 0 ? instante : instante - UN_SIGLO
  }
  const keys = async () => {
    const todas = (await cliente.keys(`${parte}*`)).map((clave) => clave.slice(parte.length))
    const instantes = await Promise.all(todas.map(expireTime))
    const expiro = (_: string, cual: number) => {
      const instante = instantes[cual] ?? -1
      return instante >= 0 && instante * 1000 <= Date.now()
    }
    await Promise.all(todas.filter(expiro).map((clave) => cliente.del(en(clave))))
    return todas.filter((clave, cual) => !expiro(clave, cual))
  }
  const alDia =
    <A extends unknown[], T>(orden: (...argumentos: A) => Promise<T>) =>
    (...argumentos: A) =>
      keys().then(() => orden(...argumentos))
  return {
    get: alDia((clave: string) => cliente.get(en(clave))),
    set: alDia((clave: string, valor: string, { expiration: { type, value } }: Hasta) =>
      cliente.set(en(clave), valor, { expiration: { type, value: value + UN_SIGLO } }),
    ),
    exists: alDia((clave: string) => cliente.exists(en(clave))),
    del: alDia((clave: string) => cliente.del(en(clave))),
    incr: alDia((clave: string) => cliente.incr(en(clave))),
    expireAt: alDia((clave: string, instante: number) => cliente.expireAt(en(clave), instante + UN_SIGLO)),
    rPush: alDia((clave: string, texto: string) => cliente.rPush(en(clave), texto)),
    lPop: alDia((clave: string) => cliente.lPop(en(clave))),
    lRem: alDia((clave: string, cuantas: number, texto: string) => cliente.lRem(en(clave), cuantas, texto)),
    cambiarSi: alDia((clave: string, antes: string, despues: string) =>
      cliente.cambiarSi(en(clave), antes, despues),
    ),
    expireTime,
    keys,
  }
}

async function conectar(url: string) {
  const { conectarRedis } = await import('./redis-cliente.ts')
  const cliente = await conectarRedis(url)
  // No impide que el proceso acabe.
  cliente.unref()
  return cliente
}
