import { decodePart, readPart } from '../common/jwt.ts'

/** What a value looks like, whatever its claim is called. */
export type Look = 'password' | 'hash' | 'email' | 'phone'

/** One value that anybody reads in a token. */
export interface Finding {
  /** The claim, with the way inside it: `rol.telefono`. */
  path: string
  value: string
  /** What the value says once decoded, if it is text in base64. */
  decoded?: string
  /** Whether the claim is one that the lesson lets travel. */
  allowed: boolean
  look?: Look
}

/** Why a text is not a signed token that can be read. */
export type Unreadable = 'empty' | 'parts' | 'payload'

// RFC 7519 §4.1, and what lesson 7 allows beside them.
const REGISTERED = ['iss', 'sub', 'aud', 'exp', 'nbf', 'iat', 'jti']
const PUBLIC = ['rol']

const PASSWORD_NAME = /contrase|passw|clave|secret|\bpin\b/i
const PHONE_NAME = /tel[eé]?f|phone|m[oó]vil/i
const EMAIL = /[^\s@]+@[^\s@]+\.[^\s@]+/
// At least MD5's 32 digits, or the beginning of bcrypt and argon2.
const HASH = /^(?:[\da-f]+:)?[\da-f]{32,}$|^\$(?:2[aby]|argon2)/i
// Dates have fewer digits, identifiers no plus sign and no gaps.
const PHONE = /^\+\d[\d -]{7,}$|^\d{2,4}(?:[ -]\d{2,4}){2,}$/
const PHONE_DIGITS = 9
const SHORTEST_ENCODED = 8

/** What anybody who has the token reads in its payload, or why nothing can be read. No secret is needed. */
export function scan(token: string): Finding[] | Unreadable {
  const text = token.trim()
  if (!text) return 'empty'
  const [, payload = '', ...rest] = text.split('.')
  if (rest.length !== 1) return 'parts'
  const claims = readPart(payload)
  return claims ? findingsIn(claims) : 'payload'
}

/** Whether the value should not travel: its claim is not allowed, or it looks like what it must not be. */
export function isLeak({ allowed, look }: Finding): boolean {
  return !allowed || look !== undefined
}

function findingsIn(claims: Record<string, unknown>): Finding[] {
  return Object.entries(claims).flatMap(([claim, value]) => {
    const allowed = REGISTERED.includes(claim) || PUBLIC.includes(claim)
    return leavesOf(claim, value).map(([path, leaf]) => ({ path, allowed, ...judge(path, leaf) }))
  })
}

/** The values inside a value, with the way to each: `exigirClaimsPublicos` looks at names only. */
function leavesOf(path: string, value: unknown): [path: string, leaf: unknown][] {
  const inside = typeof value === 'object' && value ? Object.entries(value) : []
  if (!inside.length) return [[path, value]]
  return inside.flatMap(([name, inner]) => leavesOf(`${path}.${name}`, inner))
}

function judge(path: string, leaf: unknown): Pick<Finding, 'value' | 'decoded' | 'look'> {
  const value = typeof leaf === 'string' ? leaf : JSON.stringify(leaf)
  const decoded = typeof leaf === 'string' ? decodeText(leaf) : undefined
  const look = lookOf(path, value) ?? (decoded === undefined ? undefined : lookOf(path, decoded))
  return { value, ...(decoded !== undefined && { decoded }), ...(look && { look }) }
}

function lookOf(path: string, value: string): Look | undefined {
  // Random by design: some servers write it as 32 hexadecimal digits.
  if (path === 'jti') return undefined
  if (HASH.test(value)) return 'hash'
  if (EMAIL.test(value)) return 'email'
  if (PASSWORD_NAME.test(path)) return 'password'
  if (isPhone(path, value)) return 'phone'
  return undefined
}

function isPhone(path: string, value: string): boolean {
  if (value.replace(/\D/g, '').length < PHONE_DIGITS) return false
  return PHONE.test(value) || PHONE_NAME.test(path)
}

/** The text that a value encodes in base64, if it is one that people write. */
function decodeText(value: string): string | undefined {
  if (value.length < SHORTEST_ENCODED) return undefined
  const text = decodePart(value.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, ''))
  return text && /^[\p{L}\p{N}\p{P}\p{S} ]+$/u.test(text) ? text : undefined
}
