import { rmSync } from 'node:fs'
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

/** Las cuentas en un archivo SQLite. Siempre con parámetros: nunca se pega texto en la consulta. */
export class AlmacenSqlite implements Almacen {
  readonly #base: InstanceType<typeof sqlite.Database>

  constructor(archivo: string) {
    // La biblioteca cierra con una carpeta, que queda puesta si el proceso anterior se cortó de golpe.
    rmSync(`${archivo}.lock`, { recursive: true, force: true })
    this.#base = new sqlite.Database(archivo)
    this.#base.run(TABLA)
    for (const { id, email, rol, resumen } of CUENTAS) this.#base.run(ALTA, [id, email, rol, resumen])
  }

  porId(id: number): Usuario | undefined {
    return this.#buscar('SELECT * FROM usuarios WHERE id = ?', id)
  }

  porEmail(email: string): Usuario | undefined {
    return this.#buscar('SELECT * FROM usuarios WHERE email = ?', email)
  }

  cerrar(): void {
    this.#base.close()
  }

  #buscar(consulta: string, valor: number | string): Usuario | undefined {
    return (this.#base.get(consulta, [valor]) as Usuario | null) ?? undefined
  }
}
