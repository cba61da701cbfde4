import { signHs256, toBase64url } from '../common/jwt.ts'

export const SECRET = 'un-secreto-de-taller-con-32-bytes!'
const OTHER_SECRET = 'otro-secreto-de-taller-de-32-bytes'

const TEN = Date.UTC(2026, 0, 1, 10) / 1000
const HOUR = 3600

/** What the clock of the workshop marks: 10:30:00, in seconds. */
export const NOW = TEN + HOUR / 2

export const CASES = ['good', 'unsigned', 'foreign', 'expired', 'early', 'cut', 'missing'] as const
export type Case = (typeof CASES)[number]

/** The seven tokens of the workshop, always the same; the last one is not sent. */
export async function buildTokens(): Promise<Record<Case, string | undefined>> {
  const claims = { sub: '1', iat: TEN, exp: TEN + HOUR }
  const good = await signHs256(claims, SECRET)
  return {
    good,
    unsigned: `${[{ alg: 'none', typ: 'JWT' }, claims].map(encode).join('.')}.`,
    foreign: await signHs256(claims, OTHER_SECRET),
    expired: await signHs256({ sub: '1', iat: TEN - HOUR, exp: TEN }, SECRET),
    early: await signHs256({ ...claims, nbf: NOW + HOUR / 4 }, SECRET),
    cut: good.slice(0, good.lastIndexOf('.') - 10),
    missing: undefined,
  }
}

function encode(part: object): string {
  return toBase64url(JSON.stringify(part))
}
