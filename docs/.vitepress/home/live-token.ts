import { toBase64url } from '../widgets/common/jwt.ts'
import type { Verdict } from '../widgets/signing-workshop/signing-workshop.ts'

/** What the visitor can change of Ana's token. */
export interface Claims {
  sub: string
  rol: string
}

/** What `GET /admin` answers, as the finished application does. */
export interface Answer {
  kind: 'welcome' | 'forbidden' | 'invalid' | 'expired' | 'nobody'
  status: number
  body: object
}

/** What a token lasts, in seconds: the finished application takes none that lasts longer. */
const ONE_HOUR = 3600
/** The accounts of the application, by their identity. */
const ROLES: Record<string, string> = { 1: 'usuario', 2: 'admin' }

export const CLAIMS: Claims = { sub: '1', rol: 'usuario' }
export const HEADER = toBase64url('{"alg":"HS256","typ":"JWT"}')
/** As any other 64 random bits. The finished application takes no token without it: it could not be revoked. */
export const JTI = 'k3Xv9QwT2aE'
/** The token that the server draws is of that moment (1 January 2026, in seconds); in the browser it is of now. */
export const DRAWN_AT = 1767225600
/** HS256 of the two parts of the token that the server draws, with the example's secret (its test signs it). */
export const SIGNATURE = 'QCYmcCK1PPAqgt_upnDQKwdWI0ixgnBMNfsINI_ArBw'

/** The payload of a token that was issued then, in seconds. */
export function payloadOf({ sub, rol }: Claims, issuedAt: number): string {
  return toBase64url(JSON.stringify({ sub, rol, jti: JTI, exp: expiryOf(issuedAt) }))
}

export function expiryOf(issuedAt: number): number {
  return issuedAt + ONE_HOUR
}

/** First the signature, then the time, then the role: nothing that a forged token says is looked at. */
export function answerTo({ sub, rol }: Claims, { kind }: Verdict, expired: boolean): Answer {
  if (kind !== 'valid') return { kind: 'invalid', status: 422, body: { error: 'Token inválido' } }
  if (expired) return { kind: 'expired', status: 401, body: { error: 'Token expirado' } }
  if (rol !== 'admin') return { kind: 'forbidden', status: 403, body: { error: 'Permiso insuficiente' } }
  const known = ROLES[sub]
  if (!known) return { kind: 'nobody', status: 401, body: { error: 'Usuario no encontrado' } }
  return { kind: 'welcome', status: 200, body: { id: sub, rol: known } }
}
