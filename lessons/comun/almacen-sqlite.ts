import { rmSync, statSync } from 'node:fs'
import sqlite from 'node-sqlite3-wasm'
import { CUENTAS } from './cuentas.ts'
import type { Almacen, Usuario } from './usuarios.ts'

const TABLA = `CREATE TABLE IF NOT EXISTS usuarios (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL UNIQUE,
  rol TEXT NOT NULL,
  resumen TEXT NOT NULL
)`
const ALTA = 'INSERT OR IGNORE INTO usuarios (id, email, rol, resumen) VALUES (?, ?, ?, ?)'
/** Cuánto se espera a que otro proceso suelte el archivo, en milisegundos. Cada consulta lo tiene menos de uno. */
const ESPERA_MS = 2000

/** Como dice SQLite que el archivo no es suyo, que está a medias o que su tabla es otra. */
const ESTROPEADO = /not a database|malformed|has no column|no such column/
const estropeado = (archivo: string) =>
  `«${archivo}» no es una base de datos de este programa o está estropeada: bórralo y se creará otra`

/** Las cuentas en un archivo SQLite. Siempre con parámetros: nunca se pega texto en la consulta. */
export class AlmacenSqlite implements Almacen {
  readonly #base: InstanceType<typeof sqlite.Database>

  /** Abre el archivo o lo crea. Lanza un `Error` que lo nombra si lo que hay en él no es una base de datos. */
  constructor(archivo: string) {
    quitarCerrojoAbandonado(`${archivo}.lock`)
    this.#base = new sqlite.Database(archivo)
    try {
      this.#base.run(`PRAGMA busy_timeout = ${ESPERA_MS}`)
      this.#base.run(TABLA)
      for (const { id, email, rol, resumen } of CUENTAS) this.#base.run(ALTA, [id, email, rol, resumen])
    } catch (cause) {
      this.#base.close()
      throw ESTROPEADO.test(String(cause)) ? new Error(estropeado(archivo), { cause }) : cause
    }
  }

  porId(id: number): Usuario | undefined {
    return this.#buscar('SELECT * FROM usuarios WHERE id = ?', id)
  }

  porEmail(email: string): Usuario | undefined {
    // La biblioteca entrega a SQLite el texto hasta el primer carácter nulo: «ana@example.com\0x» sería Ana.
    if (email.includes('\0')) return undefined
    return this.#buscar('SELECT * FROM usuarios WHERE email = ?', email)
  }

  cerrar(): void {
    this.#base.close()
  }

  #buscar(consulta: string, valor: number | string): Usuario | undefined {
    return (this.#base.get(consulta, [valor]) as Usuario | null) ?? undefined
  }
}

/**
 * La biblioteca cierra con una carpeta, que queda puesta si un proceso se corta de golpe. El cerrojo de uno vivo
 * dura lo que su consulta y no se toca: se mira otra vez hasta que desaparece o queda claro que nadie lo quitará.
 */
function quitarCerrojoAbandonado(cerrojo: string): void {
  let puesto = statSync(cerrojo, { throwIfNoEntry: false })
  while (puesto && Date.now() - puesto.mtimeMs < ESPERA_MS) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)
    puesto = statSync(cerrojo, { throwIfNoEntry: false })
  }
  if (puesto) rmSync(cerrojo, { recursive: true, force: true })
}
