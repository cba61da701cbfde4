import { fromBase64url, readPart, toBase64url } from '../common/jwt.ts'

const CURVE = { name: 'ECDSA', namedCurve: 'P-256' }
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' }

/** A key of the API's: the browser keeps its private half to itself. */
export interface Key {
  /** Short, to be read; in the lesson it is a thumbprint. */
  kid: string
  pair: CryptoKeyPair
}

/** Public keys by their `kid`, as whoever verifies has them. */
export type KeySet = ReadonlyMap<string, CryptoKey>

export type Status = 200 | 401 | 422

/** Makes a key that signs with ES256. */
export async function makeKey(kid: string): Promise<Key> {
  return { kid, pair: await crypto.subtle.generateKey(CURVE, false, ['sign', 'verify']) }
}

/** What a ring publishes: nothing that signs. */
export function publish(ring: readonly Key[]): KeySet {
  return new Map(ring.map(({ kid, pair }) => [kid, pair.publicKey]))
}

/** A token of ES256 with the key's name. `exp` in minutes of the widget's clock; `header` is added to its own. */
export async function sign(
  { kid, pair }: Key,
  claims: { sub: string; exp: number },
  header: object = {},
): Promise<string> {
  const signed = `${encode({ alg: 'ES256', typ: 'JWT', kid, ...header })}.${encode(claims)}`
  const signature = await crypto.subtle.sign(SIGNING, pair.privateKey, new TextEncoder().encode(signed))
  return `${signed}.${toBase64url(new Uint8Array(signature))}`
}

/** The public half of a key as a token can carry it. */
export async function jwkOf({ pair }: Key): Promise<JsonWebKey> {
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', pair.publicKey)
  return { kty, crv, x, y }
}

/** What a service with these keys answers. A `trusting` one takes the key that the token brings. */
export async function answerOf(token: string, keys: KeySet, now: number, trusting = false): Promise<Status> {
  const [header = '', payload = '', signature = ''] = token.split('.')
  const { kid, jwk } = readPart(header) as { kid: string; jwk?: JsonWebKey }
  const brought = trusting && jwk
  const key = brought ? await crypto.subtle.importKey('jwk', jwk, CURVE, true, ['verify']) : keys.get(kid)
  if (!key) return 422
  const data = new TextEncoder().encode(`${header}.${payload}`)
  if (!(await crypto.subtle.verify(SIGNING, key, fromBase64url(signature), data))) return 422
  return (readPart(payload) as { exp: number }).exp > now ? 200 : 401
}

function encode(part: object): string {
  return toBase64url(JSON.stringify(part))
}
