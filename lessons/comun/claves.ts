import { generateKeyPairSync } from 'node:crypto'

/** Una clave privada nueva de la curva P-256, en PEM. */
export function crearClave(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
}
