import { rmSync, statSync } from 'node:fs'
import sqlite from 'node-sqlite3-wasm'

/** Cuánto se espera a que otro proceso suelte el archivo, en milisegundos. Cada consulta lo tiene menos de uno. */
const ESPERA_MS = 2000
/** Como dice SQLite que el archivo no es suyo, que está a medias o que su tabla es otra. */
const ESTROPEADO = /not a database|malformed|has no column|no such column/

/**
 * Abre una base de datos y la prepara. Espera su turno si otro proceso la usa. Lanza un `Error` que nombra el
 * archivo si lo que hay en él no es una base de datos, o es otra.
 */
export function abrirBase(
  archivo: string,
  preparar: (base: InstanceType<typeof sqlite.Database>) => void,
): InstanceType<typeof sqlite.Database> {
  quitarCerrojoAbandonado(`${archivo}.lock`)
  const base = new sqlite.Database(archivo)
  try {
    base.run(`PRAGMA busy_timeout = ${ESPERA_MS}`)
    preparar(base)
    return base
  } catch (cause) {
    base.close()
    const frase = `«${archivo}» no es una base de datos de este programa o está estropeada: bórralo y se creará otra`
    throw ESTROPEADO.test(String(cause)) ? new Error(frase, { cause }) : cause
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
