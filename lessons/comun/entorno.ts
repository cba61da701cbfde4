import { randomBytes } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'
import { loadEnvFile } from 'node:process'

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
