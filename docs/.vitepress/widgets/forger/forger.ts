import { readPart, signHs256, toBase64url, verifyHs256 } from '../common/jwt.ts'

export interface Answer {
  status: 200 | 403 | 422
  body: object
}

export interface Attempt {
  /** The secret, if one of the words is. */
  found?: string
  tried: number
  /** How long it took, in milliseconds. */
  elapsed: number
}

/** Three secrets that somebody thought up: lesson 1 refuses them, because they are short. */
export const WEAK_SECRETS: readonly string[] = ['secreto', 'admin123', 'MiProyecto2026']

/** The token that the server gave to Ana, who is no admin. */
export function tokenOfAna(secret: string): Promise<string> {
  return signHs256({ rol: 'usuario', sub: '1' }, secret)
}

/** The same token with another `rol` and the signature of before. */
export function changeRole(token: string, rol: string): string {
  const [header, , signature] = token.split('.')
  return `${header}.${toBase64url(JSON.stringify({ ...claimsOf(token), rol }))}.${signature}`
}

/** What `GET /admin` answers: HS256 and no other algorithm (RFC 8725 §3.1), and then the role. */
export async function visitAdmin(token: string, secret: string): Promise<Answer> {
  const { alg } = readPart(token.split('.')[0] ?? '') ?? {}
  if (alg !== 'HS256' || !(await verifyHs256(token, secret))) return refuse(422, 'Token inválido')
  const { sub: id, rol } = claimsOf(token)
  return rol === 'admin' ? { status: 200, body: { id, rol } } : refuse(403, 'Permiso insuficiente')
}

/** Looks for the word that signed a token. It needs the token alone: the server hears nothing of it. */
export async function guessSecret(token: string, words: readonly string[]): Promise<Attempt> {
  const start = performance.now()
  for (const [index, word] of words.entries()) {
    if (!(await verifyHs256(token, word))) continue
    return { found: word, tried: index + 1, elapsed: performance.now() - start }
  }
  return { tried: words.length, elapsed: performance.now() - start }
}

/** A token like that of its victim, whose `rol` is admin, signed with the secret that was found. */
export function forgeAdmin(token: string, found: string): Promise<string> {
  return signHs256({ ...claimsOf(token), rol: 'admin' }, found)
}

function claimsOf(token: string): Record<string, unknown> {
  return readPart(token.split('.')[1] ?? '') ?? {}
}

function refuse(status: 403 | 422, error: string): Answer {
  return { status, body: { error } }
}
