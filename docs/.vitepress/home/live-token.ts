import { toBase64url } from '../widgets/common/jwt.ts'
import type { Verdict } from '../widgets/signing-workshop/signing-workshop.ts'

/** What the visitor can change: the claims of Ana's token. */
export interface Claims {
  sub: string
  rol: string
}

/** What `GET /admin` answers, as the app of lesson 6 does. */
export interface Answer {
  kind: 'welcome' | 'forbidden' | 'invalid'
  status: number
  reason: string
  body: object
}

export const CLAIMS: Claims = { sub: '1', rol: 'usuario' }
export const HEADER = toBase64url('{"alg":"HS256","typ":"JWT"}')
/** HS256 of the two parts of `CLAIMS` with the example's secret, so that the server can draw it (its test signs it). */
export const SIGNATURE = 'fVkayjm9UCzpCnmgFe3ZxF8cRRiGZ9A2AcRfFkFjM0M'

export function payloadOf({ sub, rol }: Claims): string {
  return toBase64url(JSON.stringify({ sub, rol }))
}

/** First the signature, then the role: nothing that a forged token says is looked at. */
export function answerTo({ sub, rol }: Claims, { kind }: Verdict): Answer {
  if (kind !== 'valid')
    return {
      kind: 'invalid',
      status: 422,
      reason: 'Unprocessable Content',
      body: { error: 'Token inválido' },
    }
  if (rol !== 'admin')
    return { kind: 'forbidden', status: 403, reason: 'Forbidden', body: { error: 'Permiso insuficiente' } }
  return { kind: 'welcome', status: 200, reason: 'OK', body: { id: sub, rol } }
}
