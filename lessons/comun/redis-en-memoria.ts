import type { Hasta, Redis } from './redis.ts'

type Valor = string | string[]

/** Hace lo que Redis con unas pocas órdenes, dentro del proceso: para las pruebas, la página y quien no tiene otro. */
export class RedisEnMemoria implements Redis {
  readonly #claves = new Map<string, { valor: Valor; expira: number }>()

  async get(clave: string): Promise<string | null> {
    return this.#texto(clave) ?? null
  }

  async set(clave: string, valor: string, { expiration: { type, value } }: Hasta): Promise<'OK'> {
    if (!Number.isSafeInteger(value)) throw new Error('ERR el instante tiene que ser un entero')
    if (value <= 0) throw new Error('ERR el instante tiene que ser mayor que cero')
    // Si no es un instante, es lo que falta, como con EX.
    const desde = type === 'EXAT' ? 0 : Math.floor(Date.now() / 1000)
    this.#claves.set(clave, { valor, expira: desde + value })
    return 'OK'
  }

  async exists(clave: string): Promise<number> {
    return this.#vigente(clave) ? 1 : 0
  }

  async del(clave: string): Promise<number> {
    return this.#vigente(clave) && this.#claves.delete(clave) ? 1 : 0
  }

  async incr(clave: string): Promise<number> {
    const suma = Number(this.#texto(clave) ?? 0) + 1
    this.#guardar(clave, String(suma))
    return suma
  }

  async expireAt(clave: string, instante: number): Promise<number> {
    if (!Number.isSafeInteger(instante)) throw new Error('ERR el instante tiene que ser un entero')
    const encontrada = this.#vigente(clave)
    if (encontrada) encontrada.expira = instante
    return encontrada ? 1 : 0
  }

  async rPush(clave: string, texto: string): Promise<number> {
    const lista = [...this.#lista(clave), texto]
    this.#guardar(clave, lista)
    return lista.length
  }

  async lPop(clave: string): Promise<string | null> {
    const [primero = null, ...resto] = this.#lista(clave)
    this.#guardar(clave, resto)
    return primero
  }

  async lRem(clave: string, _todas: number, texto: string): Promise<number> {
    const lista = this.#lista(clave)
    const quedan = lista.filter((otro) => otro !== texto)
    this.#guardar(clave, quedan)
    return lista.length - quedan.length
  }

  async cambiarSi(clave: string, antes: string, despues: string): Promise<boolean> {
    if (this.#texto(clave) !== antes) return false
    this.#guardar(clave, despues)
    return true
  }

  /** El instante en que se borrará, en segundos; -1 si nunca y -2 si no existe. */
  async expireTime(clave: string): Promise<number> {
    const expira = this.#vigente(clave)?.expira ?? -2
    return expira === Number.POSITIVE_INFINITY ? -1 : expira
  }

  /** Las claves que guarda. */
  async keys(): Promise<string[]> {
    return [...this.#claves.keys()].filter((clave) => this.#vigente(clave))
  }

  /** Cambia el valor y no cuándo se borra. Una lista vacía no se guarda. */
  #guardar(clave: string, valor: Valor): void {
    const { expira = Number.POSITIVE_INFINITY } = this.#vigente(clave) ?? {}
    if (valor.length === 0) this.#claves.delete(clave)
    else this.#claves.set(clave, { valor, expira })
  }

  #texto(clave: string): string | undefined {
    const valor = this.#vigente(clave)?.valor
    if (Array.isArray(valor)) throw new Error(DE_OTRA_CLASE)
    return valor
  }

  #lista(clave: string): string[] {
    const valor = this.#vigente(clave)?.valor ?? []
    if (typeof valor === 'string') throw new Error(DE_OTRA_CLASE)
    return valor
  }

  /** Las que ya expiraron no se ven, aunque sigan en el `Map`. */
  #vigente(clave: string) {
    const encontrada = this.#claves.get(clave)
    if (!encontrada || encontrada.expira * 1000 > Date.now()) return encontrada
    this.#claves.delete(clave)
    return undefined
  }
}

const DE_OTRA_CLASE = 'WRONGTYPE esa clave guarda un valor de otra clase'
