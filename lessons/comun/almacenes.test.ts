import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
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

/** Ninguno es el de una cuenta, aunque alguno lo parezca a quien recorta, compara sin mayúsculas o normaliza. */
const CORREOS_AJENOS = [
  ...[
    '',
    ' ',
    '%',
    '_',
    '*',
    '?',
    '.',
    '@',
    '\0',
    '\n',
    '\\',
    '\ufffd',
    '\ud800',
    '💥',
    'null',
    'undefined',
    '1',
  ],
  ...['nadie@example.com', 'ANA@example.com', 'Ana@Example.com', 'ana@example', 'ana', '@example.com'],
  ...[
    'ana@example.com ',
    ' ana@example.com',
    'ana@example.com\t',
    'ana@example.com\n',
    'ana@example.com\r\n',
  ],
  ...[
    'ana@example.com\0',
    'ana@example.com\0x',
    '\0ana@example.com',
    'ana\0@example.com',
    'ana@example.com%00',
  ],
  ...['ana@example.com\u200b', 'ana@example.com\ufeff', '\ufeffana@example.com', 'ana@example.com\ud800'],
  ...['aná@example.com', 'ana\u0301@example.com', 'аna@example.com', 'ａna@example.com', 'ana@example.com;'],
  ...[
    '"ana"@example.com',
    'ana+x@example.com',
    'ana@example.com,root@example.com',
    'an_@example.com',
    'ana%',
  ],
  'a'.repeat(100_000),
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

  test.each(CORREOS_AJENOS)('no encuentra a nadie con el correo %j', (email) => {
    expect(almacen.porEmail(email)).toBeUndefined()
  })

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

  test.each([
    [
      'un texto',
      (archivo: string) => writeFileSync(archivo, 'esto no es SQLite, y mide más de cien bytes. '.repeat(9)),
    ],
    [
      'una base cortada',
      (archivo: string) => {
        new AlmacenSqlite(archivo).cerrar()
        writeFileSync(archivo, readFileSync(archivo).subarray(0, 5000))
      },
    ],
    [
      'otra tabla',
      (archivo: string) => {
        const base = new sqlite.Database(archivo)
        base.run('CREATE TABLE usuarios (nombre TEXT)')
        base.close()
      },
    ],
  ])('dice qué archivo borrar si encuentra %s', (_que, estropear) => {
    const archivo = archivoNuevo()
    estropear(archivo)
    expect(() => new AlmacenSqlite(archivo)).toThrow(`«${archivo}» no es una base de datos de este programa`)
  })

  test('se abre aunque un proceso que se cortó dejara puesto su cerrojo', () => {
    const archivo = archivoNuevo()
    new AlmacenSqlite(archivo).cerrar()
    mkdirSync(`${archivo}.lock`)
    const haceUnMinuto = Date.now() / 1000 - 60
    utimesSync(`${archivo}.lock`, haceUnMinuto, haceUnMinuto)
    expect(abrir(archivo).porId(1)).toEqual(CUENTAS[0])
  })

  test('no quita el cerrojo de un proceso que sigue vivo', async () => {
    const archivo = archivoNuevo()
    new AlmacenSqlite(archivo).cerrar()
    mkdirSync(`${archivo}.lock`)
    const otro = new Worker(
      `const { workerData: cerrojo, parentPort } = require('node:worker_threads')
       setTimeout(() => {
         require('node:fs').rmdirSync(cerrojo)
         parentPort.postMessage('lo ha quitado su dueño')
       }, 200)`,
      { eval: true, workerData: `${archivo}.lock` },
    )
    const quitado = once(otro, 'message')
    expect(abrir(archivo).porId(1)).toEqual(CUENTAS[0])
    expect(await quitado).toEqual(['lo ha quitado su dueño'])
  })

  test('espera su turno cuando otro proceso usa el archivo', async () => {
    const archivo = archivoNuevo()
    const almacen = abrir(archivo)
    const leer = `const { AlmacenSqlite } = await import(${JSON.stringify(import.meta.resolve('./almacen-sqlite.ts'))})
      const almacen = new AlmacenSqlite(${JSON.stringify(archivo)})
      process.send('listo')
      for (let vez = 0; vez < 500; vez++) almacen.porId(1)
      process.exit()`
    const otro = spawn(
      process.execPath,
      ['--import', import.meta.resolve('tsx'), '--input-type=module', '--eval', leer],
      { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] },
    )
    const acabado = once(otro, 'exit')
    await once(otro, 'message')
    for (let vez = 0; vez < 500; vez++) expect(almacen.porId(1)).toEqual(CUENTAS[0])
    expect(await acabado).toEqual([0, null])
  })
})
