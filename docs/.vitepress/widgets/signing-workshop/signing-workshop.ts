import { hmac } from '../common/jwt.ts'

/** What can be said of a token's signature with a secret, or without one. */
export type Verdict =
  | { kind: 'malformed' | 'unknown' | 'valid' }
  /** `expected` is the signature that the first two parts should have carried. */
  | { kind: 'invalid'; expected: string }

/** Consecutive characters that all changed, or of which none did. */
export interface Run {
  text: string
  changed: boolean
}

/** Verifies as the server does: repeats the HMAC of the first two parts and compares (RFC 7515 §5.2). */
export async function judge(token: string, secret: string): Promise<Verdict> {
  const [header, payload, signature, ...rest] = token.split('.')
  if (!header || !payload || !signature || rest.length) return { kind: 'malformed' }
  if (!secret) return { kind: 'unknown' }
  const expected = await hmac(`${header}.${payload}`, secret)
  return signature === expected ? { kind: 'valid' } : { kind: 'invalid', expected }
}

/** In how many positions two signatures differ, and of how many. */
export function countChanges(before: string, after: string): { changed: number; total: number } {
  const total = Math.max(before.length, after.length)
  const positions = Array.from({ length: total }, (_, index) => index)
  return { changed: positions.filter((index) => before[index] !== after[index]).length, total }
}

/** A text cut where it begins or ceases to differ from another, position by position. */
export function runsOf(text: string, other: string): Run[] {
  const runs: Run[] = []
  for (const [index, character] of [...text].entries()) {
    const changed = character !== other[index]
    const last = runs.at(-1)
    if (last?.changed === changed) last.text += character
    else runs.push({ text: character, changed })
  }
  return runs
}
