import { fromBase64url, verifyHs256 } from '../common/jwt.ts'

/** What a signature turns out to be with a key. */
export type Verdict = 'good' | 'bad' | 'unreadable' | 'mismatch' | 'unsupported'

const ALGORITHMS = {
  RS256: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
  ES256: { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' },
} as const

type Asymmetric = keyof typeof ALGORITHMS

/** Verifies a token of this algorithm with a secret or with a public key in PEM (SPKI) or JWK. Looks at no date. */
export async function verifyWith(token: string, algorithm: unknown, key: string): Promise<Verdict> {
  if (algorithm === 'HS256') {
    // A public key is no secret: to take it for one is the confusion of RFC 8725 §2.1.
    if (isPublicKey(key)) return 'mismatch'
    return (await verifyHs256(token, key)) ? 'good' : 'bad'
  }
  if (algorithm !== 'RS256' && algorithm !== 'ES256') return 'unsupported'
  const imported = await importPublic(key, algorithm).catch(() => undefined)
  if (!imported) return 'unreadable'
  return (await isSignedBy(token, imported, algorithm)) ? 'good' : 'bad'
}

async function isSignedBy(token: string, key: CryptoKey, algorithm: Asymmetric): Promise<boolean> {
  const dot = token.lastIndexOf('.')
  try {
    const signature = fromBase64url(token.slice(dot + 1))
    const signed = new TextEncoder().encode(token.slice(0, dot))
    return await crypto.subtle.verify(ALGORITHMS[algorithm], key, signature, signed)
  } catch {
    return false
  }
}

async function importPublic(text: string, algorithm: Asymmetric): Promise<CryptoKey> {
  if (text.trimStart().startsWith('{')) {
    return crypto.subtle.importKey('jwk', JSON.parse(text), ALGORITHMS[algorithm], false, ['verify'])
  }
  const base64 = text.replaceAll(/-----[A-Z ]+-----|\s/g, '')
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  return crypto.subtle.importKey('spki', bytes, ALGORITHMS[algorithm], false, ['verify'])
}

function isPublicKey(key: string): boolean {
  return /-----BEGIN [A-Z ]*PUBLIC KEY-----|"kty"\s*:\s*"(?:RSA|EC)"/.test(key)
}
