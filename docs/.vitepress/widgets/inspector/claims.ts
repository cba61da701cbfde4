import { formatSpan } from '../timeline/format.ts'
import type { Part } from './inspect.ts'
import { CLAIMS } from './texts.ts'

const DATES = ['exp', 'iat', 'nbf']
const LATEST_DATE = 8.64e12

const local = new Intl.DateTimeFormat('es', { dateStyle: 'long', timeStyle: 'medium' })

/** A claim, its value as text and what it means, if it is one of the standard (RFC 7519 §4.1). */
export interface Explained {
  name: string
  value: string
  meaning?: string
}

/** The claims of a payload in its order, with the dates in the reader's own time; `now` in seconds. */
export function explainClaims(payload: Part, now: number): Explained[] {
  return Object.entries(payload).map(([name, value]) => ({
    name,
    value: DATES.includes(name) ? describeDate(value, now) : JSON.stringify(value),
    meaning: Object.hasOwn(CLAIMS, name) ? CLAIMS[name] : undefined,
  }))
}

/** A date claim (seconds) by the reader's clock, and how far it is; what is not a date, as it is. */
export function describeDate(value: unknown, now: number): string {
  if (typeof value !== 'number' || Math.abs(value) > LATEST_DATE) return JSON.stringify(value)
  const span = formatSpan(Math.abs(value - now))
  return `${local.format(value * 1000)} (${value > now ? 'dentro de' : 'hace'} ${span})`
}
