// How tokens are forged, with what Node and browsers have in common.

const utf8 = new TextEncoder()

/** The encoding of the parts of a token. */
export function base64url(data: string | Uint8Array): string {
  const bytes = typeof data === 'string' ? utf8.encode(data) : data
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/** The object that a part of a token carries; an empty one if it carries none. */
export function readPart(part = ''): Record<string, unknown> {
  try {
    const binary = atob(part.replaceAll('-', '+').replaceAll('_', '/'))
    const text = new TextDecoder().decode(Uint8Array.from(binary, (char) => char.charCodeAt(0)))
    return Object(JSON.parse(text))
  } catch {
    return {}
  }
}

/** Header and payload, as they are signed. A text goes as it is: it may be no good JSON, or none. */
export function signingInput(header: object | string, claims: object | string): string {
  const text = (part: object | string) => (typeof part === 'string' ? part : JSON.stringify(part))
  return `${base64url(text(header))}.${base64url(text(claims))}`
}

export const HASHES = { HS256: 'SHA-256', HS384: 'SHA-384', HS512: 'SHA-512' } as const

/** The HMAC of a text. For an empty secret, a zero byte: HMAC fills the key with them, and so it is the same. */
export async function hmac(
  text: string,
  secret: string,
  hash: string = HASHES.HS256,
): Promise<Uint8Array<ArrayBuffer>> {
  const algorithm = { name: 'HMAC', hash }
  const key = await crypto.subtle.importKey('raw', utf8.encode(secret || '\0'), algorithm, false, ['sign'])
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, utf8.encode(text)))
}

/** A token signed with a secret, whatever algorithm its header names. */
export async function signWith(
  secret: string,
  header: object | string,
  claims: object | string,
  hash?: string,
): Promise<string> {
  const input = signingInput(header, claims)
  return `${input}.${base64url(await hmac(input, secret, hash))}`
}

/** A token signed with a private key of P-256, in PEM (PKCS #8), whatever algorithm its header names. */
export async function signWithKey(
  pem: string,
  header: object | string,
  claims: object | string,
): Promise<string> {
  const input = signingInput(header, claims)
  const bytes = Uint8Array.from(atob(pem.replaceAll(/-----[^-]+-----|\s/g, '')), (char) => char.charCodeAt(0))
  const key = await crypto.subtle.importKey('pkcs8', bytes, OWN_KEYS.ES256, false, ['sign'])
  const signature = await crypto.subtle.sign(OWN_KEYS.ES256, key, utf8.encode(input))
  return `${input}.${base64url(new Uint8Array(signature))}`
}

/** A private key of P-256 that nobody had, in PEM (PKCS #8). */
export async function newPrivateKey(): Promise<string> {
  const { privateKey } = await makeKeys('ES256')
  return asPem('PRIVATE KEY', await crypto.subtle.exportKey('pkcs8', privateKey))
}

/** A public key of P-256 in PEM, as its owner would have it in a file. Nothing, if that is no such key. */
export async function pemOf(jwk: object): Promise<string | undefined> {
  try {
    const key = await crypto.subtle.importKey('jwk', jwk, OWN_KEYS.ES256, true, ['verify'])
    return asPem('PUBLIC KEY', await crypto.subtle.exportKey('spki', key))
  } catch {
    return undefined
  }
}

function asPem(label: string, bytes: ArrayBuffer): string {
  const base64 = btoa(String.fromCharCode(...new Uint8Array(bytes)))
  return [`-----BEGIN ${label}-----`, ...(base64.match(/.{1,64}/g) ?? []), `-----END ${label}-----`, ''].join(
    '\n',
  )
}

const OWN_KEYS = {
  RS256: {
    name: 'RSASSA-PKCS1-v1_5',
    hash: 'SHA-256',
    modulusLength: 2048,
    publicExponent: new Uint8Array([1, 0, 1]),
  },
  ES256: { name: 'ECDSA', hash: 'SHA-256', namedCurve: 'P-256' },
} as const

type OwnAlgorithm = keyof typeof OWN_KEYS

const makeKeys = (algorithm: OwnAlgorithm) =>
  crypto.subtle.generateKey(OWN_KEYS[algorithm], true, ['sign', 'verify'])

const made = new Map<OwnAlgorithm, ReturnType<typeof makeKeys>>()

/** A key pair of whoever attacks: made once, when the first attack needs it. */
function ownKeys(algorithm: OwnAlgorithm): ReturnType<typeof makeKeys> {
  const keys = made.get(algorithm) ?? makeKeys(algorithm)
  made.set(algorithm, keys)
  return keys
}

/** The public key of whoever attacks, as a JWK. */
export async function ownPublicKey(algorithm: OwnAlgorithm): Promise<Record<string, unknown>> {
  const { kty, n, e, crv, x, y } = await crypto.subtle.exportKey('jwk', (await ownKeys(algorithm)).publicKey)
  return JSON.parse(JSON.stringify({ kty, n, e, crv, x, y }))
}

/** A token signed with the private key of whoever attacks. */
export async function signWithOwnKey(
  algorithm: OwnAlgorithm,
  header: object,
  claims: object,
): Promise<string> {
  const input = signingInput({ alg: algorithm, typ: 'JWT', ...header }, claims)
  const { privateKey } = await ownKeys(algorithm)
  const signature = await crypto.subtle.sign(OWN_KEYS[algorithm], privateKey, utf8.encode(input))
  return `${input}.${base64url(new Uint8Array(signature))}`
}
