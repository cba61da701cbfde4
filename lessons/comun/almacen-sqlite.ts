import type sqlite from 'node-sqlite3-wasm'
import { CUENTAS } from './cuentas.ts'
import { abrirBase } from './sqlite.ts'
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

  /** Abre el archivo, o lo crea con esas cuentas. Lanza lo que `abrirBase`. */
  constructor(archivo: string, cuentas: readonly Usuario[] = CUENTAS) {
    this.#base = abrirBase(archivo, (base) => {
      base.run(TABLA)
      for (const { id, email, rol, resumen } of cuentas) base.run(ALTA, [id, email, rol, resumen])
    })
  }

  porId(id: number): Usuario | undefined {
    return this.#buscar('SELECT * FROM usuarios WHERE id = ?', id)
  }

  porEmail(email: string): Usuario | undefined {
    // La biblioteca entrega a SQLite el texto hasta el primer carácter nulo: «ana@example.com\0x» sería Ana.
    if (email.includes('\0')) return undefined
    return this.#buscar('SELECT * FROM usuarios WHERE email = ?', email)
  }

  /** Guarda una cuenta nueva. Lanza un `Error` si ya hay otra con ese correo. */
  agregar({ email, rol, resumen }: Omit<Usuario, 'id'>): void {
    if (this.porEmail(email)) throw new Error(`Ya hay una cuenta con el correo ${email}`)
    this.#base.run('INSERT INTO usuarios (email, rol, resumen) VALUES (?, ?, ?)', [email, rol, resumen])
  }

  cerrar(): void {
    this.#base.close()
  }

  #buscar(consulta: string, valor: number | string): Usuario | undefined {
    return (this.#base.get(consulta, [valor]) as Usuario | null) ?? undefined
  }
}
