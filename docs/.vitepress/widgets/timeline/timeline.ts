/** How the program that issues the token wrote the duration, in the order in which they are offered. */
export const UNITS = ['seconds', 'milliseconds', 'text', 'instant'] as const
export type Unit = (typeof UNITS)[number]

export type State = 'valid' | 'expired' | 'too-long'

/** Seconds that two clocks may differ: MARGEN, in lesson 3. */
const MARGIN = 60

const EXPIRY: Record<Unit, (iat: number, duration: number) => number> = {
  seconds: (iat, duration) => iat + duration,
  milliseconds: (iat, duration) => iat + duration * 1000,
  // jsonwebtoken reads a text without unit as milliseconds and drops the fraction of the sum.
  text: (iat, duration) => Math.floor(iat + duration / 1000),
  instant: (iat, duration) => (iat + duration) * 1000,
}

/** The `exp` (seconds, RFC 7519 §4.1.4) that jsonwebtoken signs at `iat` for a duration, both in seconds. */
export function expiryOf(iat: number, duration: number, unit: Unit): number {
  return EXPIRY[unit](iat, duration)
}

/** The last `exp` that the guard of lesson 3 admits now, for tokens that last `duration`; all in seconds. */
export function limitOf(now: number, duration: number): number {
  return now + duration + MARGIN
}

/** What `verificarToken` and then `exigirExpiracion` make of an `exp`; all in seconds. */
export function stateOf(exp: number, now: number, duration: number): State {
  if (exp <= now) return 'expired'
  return exp > limitOf(now, duration) ? 'too-long' : 'valid'
}

/** The call that signs it, as somebody would write it for a duration in seconds. */
export function codeOf(duration: number, unit: Unit): string {
  if (unit === 'instant') return `jwt.sign({ sub: '1', exp: Date.now() + ${duration * 1000} }, secreto)`
  const written = { seconds: duration, milliseconds: duration * 1000, text: `'${duration}'` }[unit]
  return `jwt.sign({ sub: '1' }, secreto, { expiresIn: ${written} })`
}
