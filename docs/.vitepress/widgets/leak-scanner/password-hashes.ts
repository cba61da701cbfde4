const encoder = new TextEncoder()
const SALT_BYTES = 16
const HASH_BITS = 256
// Browsers count time in tenths of a millisecond: one SHA-256 alone is too short to be measured.
const REPETITIONS = 2000

/** What OWASP asks for today with PBKDF2 and SHA-256 (Password Storage Cheat Sheet). */
export const ITERATIONS = 600_000

/** A slow hash, in hexadecimal, with the salt that it needs. */
export interface Slow {
  salt: string
  hash: string
  milliseconds: number
}

/** Two slow hashes and two fast ones of the same password. */
export interface Comparison {
  slow: [Slow, Slow]
  fast: [string, string]
  /** How long one SHA-256 takes, on average. */
  fastMicroseconds: number
}

/** Hashes a password in both ways, twice each, and measures it on this machine. */
export async function compareHashes(password: string, iterations = ITERATIONS): Promise<Comparison> {
  // One after the other: at the same time they would slow each other down.
  const slow: Comparison['slow'] = [
    await slowHash(password, iterations),
    await slowHash(password, iterations),
  ]
  const fast: Comparison['fast'] = [await sha256(password), await sha256(password)]
  return { slow, fast, fastMicroseconds: await measureSha256(password) }
}

/** PBKDF2-SHA-256 of a password with a new salt. */
export async function slowHash(password: string, iterations: number): Promise<Slow> {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES))
  const started = performance.now()
  const key = await crypto.subtle.importKey('raw', encoder.encode(password), 'PBKDF2', false, ['deriveBits'])
  const parameters = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations }
  const bits = await crypto.subtle.deriveBits(parameters, key, HASH_BITS)
  const milliseconds = performance.now() - started
  return { salt: toHex(salt), hash: toHex(new Uint8Array(bits)), milliseconds }
}

/** SHA-256 of a password, in hexadecimal: no salt, and as fast as it gets. */
export async function sha256(password: string): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(password))))
}

async function measureSha256(password: string): Promise<number> {
  const bytes = encoder.encode(password)
  const started = performance.now()
  for (let done = 0; done < REPETITIONS; done++) await crypto.subtle.digest('SHA-256', bytes)
  return ((performance.now() - started) * 1000) / REPETITIONS
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
