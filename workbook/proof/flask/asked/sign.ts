import { createHmac } from 'node:crypto'

const HASHES: Record<string, string> = { HS384: 'sha384', HS512: 'sha512' }

/** A JWT of any header and claims, also of those that no library would sign. A text is taken as it is. */
export function sign(
  claims: unknown,
  secret: string,
  header: unknown = { alg: 'HS256', typ: 'JWT' },
): string {
  const signed = `${encode(header)}.${encode(claims)}`
  return `${signed}.${macOf(signed, secret, HASHES[Object(header).alg])}`
}

/** The signature of a text, in base64url. */
export function macOf(signed: string, secret: string, hash = 'sha256'): string {
  return createHmac(hash, secret).update(signed).digest('base64url')
}

export function encode(part: unknown): string {
  return Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url')
}
