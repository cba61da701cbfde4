// The few operations on a JWT that the widgets share, with the browser's own cryptography.

/** The secret of the examples, which is no secret: everybody who reads the page has it. */
export const SECRET = 'un-secreto-de-muestra-de-mas-de-32-bytes'

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true })

/** Text or bytes as base64url (RFC 4648 §5), without padding. */
export function toBase64url(data: string | Uint8Array): string {
  const bytes = typeof data === 'string' ? encoder.encode(data) : data
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** The bytes of a base64url text. Throws a `DOMException` if it is not one. */
export function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  if (/[^\w-]/.test(text)) throw new DOMException('not base64url', 'InvalidCharacterError')
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (character) => character.charCodeAt(0))
}

/** The text that one part of a token encodes, or nothing if it is not text in base64url. */
export function decodePart(part: string): string | undefined {
  try {
    return decoder.decode(fromBase64url(part))
  } catch {
    return undefined
  }
}

/** The object that one part of a token encodes, or nothing if it is not one. */
export function readPart(part: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(decodePart(part) ?? '')
    if (typeof value === 'object' && value && !Array.isArray(value)) return value as Record<string, unknown>
  } catch {}
  return undefined
}

/** The HMAC-SHA-256 of a text, in base64url. Any secret is taken, also an empty one, as jsonwebtoken does not. */
export async function hmac(text: string, secret: string): Promise<string> {
  const key = await importSecret(secret)
  return toBase64url(new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(text))))
}

/** A token signed with HS256. Parts that are text are taken as they are; objects, as their JSON. */
export async function signHs256(
  payload: object | string,
  secret: string,
  header: object | string = { alg: 'HS256', typ: 'JWT' },
): Promise<string> {
  const signed = [header, payload].map((part) => toBase64url(asText(part))).join('.')
  return `${signed}.${await hmac(signed, secret)}`
}

/** Whether the third part is the HS256 signature of the first two with this secret. Looks at nothing else. */
export async function verifyHs256(token: string, secret: string): Promise<boolean> {
  const [header, payload, signature, ...rest] = token.split('.')
  if (!header || !payload || !signature || rest.length) return false
  return (await hmac(`${header}.${payload}`, secret)) === signature
}

/** A secret as lesson 1 asks for: 32 random bytes (RFC 7518 §3.2), as text. */
export function randomSecret(): string {
  return toBase64url(crypto.getRandomValues(new Uint8Array(32)))
}

function asText(part: object | string): string {
  return typeof part === 'string' ? part : JSON.stringify(part)
}

function importSecret(secret: string): Promise<CryptoKey> {
  // WebCrypto refuses an empty key; HMAC pads with zeros, so that one zero byte is the same key.
  const bytes = encoder.encode(secret || '\0')
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
}
