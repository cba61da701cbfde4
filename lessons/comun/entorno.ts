import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { loadEnvFile } from 'node:process'
import { crearClave } from './claves.ts'

const CABECERA = '# Secretos de tu copia del cuaderno. No se comparten ni se suben al repositorio.'

/** Carga `archivo` en el entorno; la primera vez lo crea con un secreto de 32 bytes al azar. */
export function cargarEntorno(archivo: string): void {
  if (!existsSync(archivo)) {
    const secreto = randomBytes(32).toString('base64url')
    const lineas = [CABECERA, `JWT_SECRETO=${secreto}`, 'JWT_DURACION=3600', '']
    writeFileSync(archivo, lineas.join('\n'), { mode: 0o600, flag: 'wx' })
  }
  loadEnvFile(archivo)
}

/**
 * Pone en JWT_CLAVES, si nadie lo ha hecho, las claves de `archivo`; la primera vez lo crea con una. Así duran de un
 * arranque a otro: con una nueva en cada arranque, guardar el ejercicio cerraría las sesiones.
 */
export function cargarClaves(archivo: string): void {
  if (process.env.JWT_CLAVES) return
  if (!existsSync(archivo)) writeFileSync(archivo, crearClave(), { mode: 0o600, flag: 'wx' })
  process.env.JWT_CLAVES = readFileSync(archivo, 'utf8')
}
