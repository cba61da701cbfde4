import { generateKeyPairSync } from 'node:crypto'

/**
 * Una clave privada nueva de la curva P-256, en PEM. Léela de ahí: en Node 20, exportar como JWK la misma que se generó
 * puede bloquear el proceso para siempre.
 */
export function crearClave(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
}

/** Lo que dé `leer`. De lo que no es ningún PEM, OpenSSL no nombra la variable: lanza un `Error` que sí. */
export function conNombre<T>(leer: () => T): T {
  try {
    return leer()
  } catch (cause) {
    if (!('code' in (cause as Error))) throw cause
    throw new Error('JWT_CLAVES no trae claves privadas en PEM', { cause })
  }
}
