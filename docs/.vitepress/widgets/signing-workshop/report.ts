import { countChanges, type Verdict } from './signing-workshop.ts'
import { TEXTS } from './texts.ts'

interface Signature {
  label: string
  signature: string
}

/** What the reader is told: a sentence, whether it is good or bad news, and the signatures to compare. */
export interface Report {
  text: string
  tone?: 'bien' | 'mal'
  compared?: { before: Signature; after: Signature }
}

/** The parts of the token as the reader has them, decoded but for the signature. */
interface Parts {
  header: string
  payload: string
  signature: string
}

/** Tells a verdict. A valid signature that has just been made is compared with the one it replaced. */
export function reportOf(verdict: Verdict, parts: Parts, replaced?: string): Report {
  const { header, payload, signature } = parts
  if (verdict.kind === 'malformed') return { text: TEXTS.malformed, tone: 'mal' }
  if (verdict.kind === 'unknown') return { text: TEXTS.unknown(header, payload) }
  if (verdict.kind === 'invalid') {
    const before = { label: TEXTS.carried, signature }
    const after = { label: TEXTS.expected, signature: verdict.expected }
    return {
      text: TEXTS.invalid(countChanges(signature, verdict.expected)),
      tone: 'mal',
      compared: { before, after },
    }
  }
  if (replaced === undefined) return { text: TEXTS.valid, tone: 'bien' }
  if (replaced === signature) return { text: TEXTS.sameAgain, tone: 'bien' }
  const before = { label: TEXTS.before, signature: replaced }
  const after = { label: TEXTS.after, signature }
  return {
    text: TEXTS.signedAgain(countChanges(replaced, signature)),
    tone: 'bien',
    compared: { before, after },
  }
}
