import { readPart, verifyHs256 } from '../common/jwt.ts'
import { JsonWebTokenError, NotBeforeError, TokenExpiredError } from './errors.ts'

export const CHECKS = ['sent', 'parts', 'signed', 'algorithm', 'signature', 'notBefore', 'expiry'] as const
export type Check = (typeof CHECKS)[number]

/** The check that stopped a token, if any, and what it throws; nothing is thrown if no token was sent. */
export interface Diagnosis {
  failed?: Check
  cause?: JsonWebTokenError
}

interface Context {
  token: string
  secret: string
  /** Seconds. */
  now: number
}

const FAULTS: Record<Exclude<Check, 'sent'>, (context: Context) => Promise<JsonWebTokenError | false>> = {
  parts: async ({ token }) => token.split('.').length !== 3 && new JsonWebTokenError('jwt malformed'),
  signed: async ({ token }) => token.endsWith('.') && new JsonWebTokenError('jwt signature is required'),
  algorithm: async ({ token }) =>
    part(token, 0).alg !== 'HS256' && new JsonWebTokenError('invalid algorithm'),
  signature: async ({ token, secret }) =>
    !(await verifyHs256(token, secret)) && new JsonWebTokenError('invalid signature'),
  notBefore: async ({ token, now }) =>
    Number(part(token, 1).nbf) > now && new NotBeforeError('jwt not active'),
  expiry: async ({ token, now }) => Number(part(token, 1).exp) <= now && new TokenExpiredError('jwt expired'),
}

/** Checks a token in the order of jsonwebtoken, at this instant (seconds), and stops at the first fault. */
export async function diagnose(token: string | undefined, secret: string, now: number): Promise<Diagnosis> {
  if (token === undefined) return { failed: 'sent' }
  for (const check of CHECKS) {
    const cause = check !== 'sent' && (await FAULTS[check]({ token, secret, now }))
    if (cause) return { failed: check, cause }
  }
  return {}
}

function part(token: string, index: number): Record<string, unknown> {
  return readPart(token.split('.')[index] ?? '') ?? {}
}
