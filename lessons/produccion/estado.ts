// Lo que ven todos los procesos y sigue ahí al reiniciar: los de una máquina, en un archivo SQLite; los de varias, en
// un Redis.
import type sqlite from 'node-sqlite3-wasm'
import type { Claims } from '#comun/claims.ts'
import type { Contador } from '#comun/intentos.ts'
import type { Revocados } from '#comun/revocados.ts'
import { abrirBase } from '#comun/sqlite.ts'
import { ContadorCompartido, RevocadosCompartidos } from '#solucion/12-varios-procesos/compartido.ts'

/** Cuánto se recuerda un token después de su `exp`, en segundos: los relojes no coinciden del todo. */
const MARGEN = 60
/** Cuántas filas viejas se borran cada vez: pocas, para que ninguna solicitud espere a una limpieza. */
const TANDA = 100

const TABLAS = [
  'CREATE TABLE IF NOT EXISTS revocados (jti TEXT PRIMARY KEY, exp INTEGER NOT NULL) WITHOUT ROWID',
  'CREATE INDEX IF NOT EXISTS revocados_exp ON revocados (exp)',
  'CREATE TABLE IF NOT EXISTS intentos (clave TEXT PRIMARY KEY, ventana INTEGER NOT NULL, van INTEGER NOT NULL) WITHOUT ROWID',
  'CREATE INDEX IF NOT EXISTS intentos_ventana ON intentos (ventana)',
]

/** Lo que el servidor recuerda, esté donde esté. */
export interface Estado {
  revocados: Revocados
  contador: Contador
  /** Indica si responde: lo pregunta quien reparte el tráfico. */
  responde(): boolean
  cerrar(): void
}

/** El estado de ese archivo o, si se da una dirección, de ese Redis. Falla si no contesta. */
export async function abrirEstado(archivo: string, redis?: string): Promise<Estado> {
  if (redis) return estadoEnRedis(redis)
  const estado = new EstadoCompartido(archivo)
  return {
    revocados: estado,
    contador: estado,
    responde: () => estado.responde(),
    cerrar: () => estado.cerrar(),
  }
}

async function estadoEnRedis(url: string): Promise<Estado> {
  // Solo quien lo usa carga su cliente.
  const { conectarRedis } = await import('#comun/redis-cliente.ts')
  const redis = await conectarRedis(url)
  return {
    revocados: new RevocadosCompartidos(redis),
    contador: new ContadorCompartido(redis),
    responde: () => redis.isReady,
    cerrar: () => redis.destroy(),
  }
}

/** La lista de revocados y la cuenta de intentos. */
export class EstadoCompartido implements Revocados, Contador {
  readonly #base: InstanceType<typeof sqlite.Database>

  constructor(archivo: string) {
    this.#base = abrirBase(archivo, (base) => {
      for (const tabla of TABLAS) base.run(tabla)
    })
  }

  revocar({ jti, exp }: Claims): void {
    // La biblioteca cortaría el texto en un carácter nulo, y la guardia ya exigió los dos.
    if (!jti || jti.includes('\0') || !exp) throw new TypeError('Para revocar hacen falta jti y exp')
    const limite = Math.floor(Date.now() / 1000) - MARGEN
    this.#base.run(
      'DELETE FROM revocados WHERE jti IN (SELECT jti FROM revocados WHERE exp < ? ORDER BY exp LIMIT ?)',
      [limite, TANDA],
    )
    this.#base.run('INSERT OR REPLACE INTO revocados (jti, exp) VALUES (?, ?)', [jti, Math.ceil(exp)])
  }

  contiene(jti: string): boolean {
    return this.#base.get('SELECT 1 FROM revocados WHERE jti = ?', [jti]) !== null
  }

  sumar(clave: string, fin: number): number {
    this.#base.run(
      'DELETE FROM intentos WHERE clave IN (SELECT clave FROM intentos WHERE ventana < ? ORDER BY ventana LIMIT ?)',
      [fin, TANDA],
    )
    const fila = this.#base.get(
      `INSERT INTO intentos (clave, ventana, van) VALUES (?1, ?2, 1) ON CONFLICT (clave) DO UPDATE
       SET van = CASE ventana WHEN excluded.ventana THEN van + 1 ELSE 1 END, ventana = excluded.ventana
       RETURNING van`,
      [clave, fin],
    )
    return Number(fila?.van)
  }

  olvidar(clave: string): void {
    this.#base.run('DELETE FROM intentos WHERE clave = ?', [clave])
  }

  /** Indica si responde: lo pregunta quien reparte el tráfico. */
  responde(): boolean {
    return this.#base.isOpen && this.#base.get('SELECT 1') !== null
  }

  cerrar(): void {
    this.#base.close()
  }
}
