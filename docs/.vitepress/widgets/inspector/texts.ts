import type { Verdict } from './verify.ts'

export const TEXTS = {
  title: 'Inspector de tokens',
  token: 'Token',
  key: 'Secreto (HS256) o clave pública (RS256 y ES256, en PEM o JWK)',
  example: 'Usar un ejemplo',
  empty: 'Pega un token para leerlo.',
  malformed:
    'No tiene la forma de un JWT: son tres partes separadas por puntos, y las dos primeras, JSON en base64url.',
  header: 'Encabezado',
  payload: 'Claims',
  warnings: 'Avisos',
  noWarnings: 'Ningún aviso.',
  unsigned: 'Dice alg: none: no está firmado y cualquiera pudo escribirlo',
  expiryNotNumber: 'Su exp no es un número: el estándar pide segundos (RFC 7519 §4.1.4)',
  weak: (secret: string) =>
    secret
      ? `Su secreto es de los primeros que se prueban: «${secret}»`
      : 'Su secreto está vacío: es de los primeros que se prueban',
  noKey: 'Firma sin verificar: hasta que no pongas la clave, nada de lo que dice está demostrado.',
} as const

export const VERDICTS: Record<Verdict, string> = {
  good: 'La firma es de esa clave.',
  bad: 'La firma no es de esa clave.',
  unreadable:
    'Esa clave no se entiende: hace falta una clave pública del mismo algoritmo, en PEM (SPKI) o JWK.',
  mismatch: 'Eso es una clave pública y HS256 se verifica con un secreto.',
  unsupported: 'Este inspector solo verifica HS256, RS256 y ES256.',
}

export const CLAIMS: Record<string, string> = {
  iss: 'quién lo emitió',
  sub: 'a quién identifica',
  aud: 'para quién es',
  exp: 'cuándo expira',
  nbf: 'desde cuándo vale',
  iat: 'cuándo se emitió',
  jti: 'identificador de este token',
}
