import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sqlite from 'node-sqlite3-wasm'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { AlmacenEnMemoria } from './almacen-en-memoria.ts'
import { AlmacenSqlite } from './almacen-sqlite.ts'
import { CUENTAS } from './cuentas.ts'
import type { Almacen } from './usuarios.ts'

/** La ruta de una base de datos que se borra al acabar la prueba. */
function archivoNuevo(): string {
  const carpeta = mkdtempSync(join(tmpdir(), 'cuaderno-'))
  onTestFinished(() => rmSync(carpeta, { recursive: true, maxRetries: 20 }))
  return join(carpeta, 'usuarios.db')
}

/** Un almacén que se cierra al acabar la prueba: Windows no borra un archivo abierto. */
function abrir(archivo: string): AlmacenSqlite {
  const almacen = new AlmacenSqlite(archivo)
  onTestFinished(() => almacen.cerrar())
  return almacen
}

const ALMACENES: [string, () => Almacen][] = [
  ['AlmacenEnMemoria', () => new AlmacenEnMemoria()],
  ['AlmacenSqlite', () => abrir(archivoNuevo())],
]

describe.each(ALMACENES)('%s', (_nombre, crear) => {
  let almacen: Almacen
  beforeEach(() => {
    almacen = crear()
  })

  test.each(CUENTAS)('encuentra a $email por su id y por su correo', (cuenta) => {
    expect(almacen.porId(cuenta.id)).toEqual(cuenta)
    expect(almacen.porEmail(cuenta.email)).toEqual(cuenta)
  })

  test.each([0, 3, -1, 1.5, Number.NaN])('no encuentra a nadie con el id %d', (id) => {
    expect(almacen.porId(id)).toBeUndefined()
  })

  test.each(['', 'nadie@example.com', 'ANA@example.com', 'ana@example.com ', '%'])(
    'no encuentra a nadie con el correo %j',
    (email) => {
      expect(almacen.porEmail(email)).toBeUndefined()
    },
  )

  test.each(["' OR '1'='1", "ana@example.com' --", "x' UNION SELECT * FROM usuarios --"])(
    'no encuentra a nadie con un texto que inyecta SQL: %s',
    (email) => {
      expect(almacen.porEmail(email)).toBeUndefined()
    },
  )

  test('conserva las cuentas después de un texto que las borraría', () => {
    almacen.porEmail("x'; DROP TABLE usuarios; --")
    expect(almacen.porId(1)).toEqual(CUENTAS[0])
  })
})

describe('AlmacenEnMemoria', () => {
  test('contiene las cuentas que recibe y ninguna más', () => {
    const almacen = new AlmacenEnMemoria(CUENTAS.slice(1))
    expect([almacen.porId(1), almacen.porId(2)]).toEqual([undefined, CUENTAS[1]])
  })
})

describe('AlmacenSqlite', () => {
  test('conserva los datos al abrir de nuevo el archivo', () => {
    const archivo = archivoNuevo()
    new AlmacenSqlite(archivo).cerrar()
    const base = new sqlite.Database(archivo)
    base.run("UPDATE usuarios SET rol = 'admin' WHERE id = 1")
    base.close()
    expect(abrir(archivo).porId(1)?.rol).toBe('admin')
  })

  test('no repite las cuentas al abrir de nuevo el archivo', () => {
    const archivo = archivoNuevo()
    new AlmacenSqlite(archivo).cerrar()
    new AlmacenSqlite(archivo).cerrar()
    const base = new sqlite.Database(archivo)
    onTestFinished(() => base.close())
    expect(base.get('SELECT count(*) AS cuentas FROM usuarios')).toEqual({ cuentas: CUENTAS.length })
  })

  test('se abre aunque un proceso que se cortó dejara puesto su cerrojo', () => {
    const archivo = archivoNuevo()
    new AlmacenSqlite(archivo).cerrar()
    mkdirSync(`${archivo}.lock`)
    expect(abrir(archivo).porId(1)).toEqual(CUENTAS[0])
  })
})
