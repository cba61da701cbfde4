// Crea .env a partir de .env.example, con un secreto al azar. Si ya existe, no lo toca.
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

if (!existsSync('.env')) {
  const secreto = randomBytes(32).toString('base64url')
  const entorno = readFileSync('.env.example', 'utf8').replace(/^JWT_SECRETO=$/m, `JWT_SECRETO=${secreto}`)
  writeFileSync('.env', entorno, { mode: 0o600, flag: 'wx' })
  console.log('Creado .env con un secreto nuevo: no lo subas al repositorio')
}
