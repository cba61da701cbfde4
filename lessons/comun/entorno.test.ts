import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { cargarClaves, cargarEntorno } from './entorno.ts'

let carpeta: string
let archivo: string

beforeEach(() => {
  carpeta = mkdtempSync(join(tmpdir(), 'cuaderno-'))
  archivo = join(carpeta, '.env')
  vi.stubEnv('JWT_SECRETO', undefined)
  vi.stubEnv('JWT_DURACION', undefined)
  vi.stubEnv('JWT_CLAVES', undefined)
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(carpeta, { recursive: true })
})

const secretoDe = (ruta: string) => /^JWT_SECRETO=(.*)$/m.exec(readFileSync(ruta, 'utf8'))?.[1] ?? ''

describe('cargarEntorno', () => {
  test('crea el archivo con un secreto de 32 bytes', () => {
    cargarEntorno(archivo)
    expect(Buffer.from(secretoDe(archivo), 'base64url')).toHaveLength(32)
  })

  test('crea un secreto distinto en cada copia', () => {
    cargarEntorno(archivo)
    cargarEntorno(join(carpeta, 'otro.env'))
    expect(secretoDe(archivo)).not.toBe(secretoDe(join(carpeta, 'otro.env')))
  })

  test('carga en el entorno lo que dice el archivo', () => {
    cargarEntorno(archivo)
    expect([process.env.JWT_SECRETO, process.env.JWT_DURACION]).toEqual([secretoDe(archivo), '3600'])
  })

  test('conserva el archivo la segunda vez', () => {
    cargarEntorno(archivo)
    const antes = readFileSync(archivo, 'utf8')
    cargarEntorno(archivo)
    expect(readFileSync(archivo, 'utf8')).toBe(antes)
  })

  test('conserva un archivo escrito a mano', () => {
    writeFileSync(archivo, 'JWT_SECRETO=a-mano\n')
    cargarEntorno(archivo)
    expect([readFileSync(archivo, 'utf8'), process.env.JWT_SECRETO]).toEqual([
      'JWT_SECRETO=a-mano\n',
      'a-mano',
    ])
  })

  test('respeta lo que ya está en el entorno', () => {
    vi.stubEnv('JWT_SECRETO', 'del-entorno')
    cargarEntorno(archivo)
    expect(process.env.JWT_SECRETO).toBe('del-entorno')
  })

  // Windows no tiene estos permisos: allí protege la carpeta de cada persona.
  test.skipIf(process.platform === 'win32')('deja leer el archivo solo a su dueño', () => {
    cargarEntorno(archivo)
    expect((statSync(archivo).mode & 0o777).toString(8)).toBe('600')
  })
})

describe('cargarClaves', () => {
  test('crea una clave que dura de un arranque a otro', () => {
    const claves = join(carpeta, 'claves.pem')
    cargarClaves(claves)
    const [primera, creada] = [process.env.JWT_CLAVES, readFileSync(claves, 'utf8')]
    vi.stubEnv('JWT_CLAVES', undefined)
    cargarClaves(claves)
    expect([primera, process.env.JWT_CLAVES]).toEqual([creada, creada])
    expect(creada).toMatch(/^-----BEGIN PRIVATE KEY-----\n/)
    if (process.platform !== 'win32') expect(statSync(claves).mode & 0o777).toBe(0o600)
  })

  test('no toca las que ya dice el entorno', () => {
    vi.stubEnv('JWT_CLAVES', 'las de siempre')
    cargarClaves(join(carpeta, 'claves.pem'))
    expect(process.env.JWT_CLAVES).toBe('las de siempre')
    expect(existsSync(join(carpeta, 'claves.pem'))).toBe(false)
  })
})
