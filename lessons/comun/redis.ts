/** Hasta cuándo se guarda una clave: un instante, en segundos. */
export interface Hasta {
  expiration: { type: 'EXAT'; value: number }
}

/** Las órdenes de Redis que usa el cuaderno, con los nombres de `@redis/client`. Valkey las entiende igual. */
export interface Redis {
  /** El texto guardado con esa clave, o null. */
  get(clave: string): Promise<string | null>
  /** Guarda un texto que se borra solo en ese instante. */
  set(clave: string, valor: string, hasta: Hasta): Promise<unknown>
  /** 1 si la clave existe y 0 si no. */
  exists(clave: string): Promise<number>
  /** Borra la clave y dice cuántas borró. */
  del(clave: string): Promise<number>
  /** Suma 1 a un contador, que empieza en 0, y da lo que vale. */
  incr(clave: string): Promise<number>
  /** Pide que la clave se borre en ese instante, en segundos. */
  expireAt(clave: string, instante: number): Promise<number>
  /** Agrega un texto al final de una lista y da cuántos tiene. */
  rPush(clave: string, texto: string): Promise<number>
  /** Saca el primer texto de una lista, o null. */
  lPop(clave: string): Promise<string | null>
  /** Quita de una lista todas las copias de un texto (con 0) y dice cuántas quitó. */
  lRem(clave: string, cuantas: number, texto: string): Promise<number>
  /**
   * Cambia el texto guardado por `despues` si es todavía `antes`, sin tocar cuándo se borra, y dice si lo cambió.
   * Mira y cambia de una vez: entre las dos cosas no cabe otra orden. No es de `@redis/client`: es un guion suyo.
   */
  cambiarSi(clave: string, antes: string, despues: string): Promise<boolean>
}

/** El mismo Redis, con cada respuesta en manos de `exigir`: ninguna orden se queda sin su plazo. */
export function vigilarRedis(redis: Redis, exigir: <T>(respuesta: Promise<T>) => Promise<T>): Redis {
  return {
    get: (clave) => exigir(redis.get(clave)),
    set: (clave, valor, hasta) => exigir(redis.set(clave, valor, hasta)),
    exists: (clave) => exigir(redis.exists(clave)),
    del: (clave) => exigir(redis.del(clave)),
    incr: (clave) => exigir(redis.incr(clave)),
    expireAt: (clave, instante) => exigir(redis.expireAt(clave, instante)),
    rPush: (clave, texto) => exigir(redis.rPush(clave, texto)),
    lPop: (clave) => exigir(redis.lPop(clave)),
    lRem: (clave, cuantas, texto) => exigir(redis.lRem(clave, cuantas, texto)),
    cambiarSi: (clave, antes, despues) => exigir(redis.cambiarSi(clave, antes, despues)),
  }
}
