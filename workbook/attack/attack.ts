// What an attack is, what it needs and how an answer to it is judged. Node and the page use it.
import type { Target } from './target.ts'

/** A request, as whoever attacks composes it. */
export interface Shot {
  method: string
  path: string
  headers: Readonly<Record<string, string>>
  body?: string
  /** Over TLS, if the server speaks it. */
  secure: boolean
}

/** The whole answer of the server. */
export interface Answer {
  status: number
  /** By their names in lower case. */
  headers: Readonly<Record<string, string>>
  body: string
}

/** Sends a request and gives its answer; rejects with a `NoAnswer` if there is none. */
export type Send = (shot: Shot) => Promise<Answer>

/** Nobody answered: why, in Spanish. */
export class NoAnswer extends Error {}

/**
 * `held`: the server answered, and refused. `in`: the attack got what it wanted. `unclear`: neither. `skipped`:
 * it was not launched, for something that it needs is not known.
 */
export type Verdict = 'held' | 'in' | 'unclear' | 'skipped'

/** What some attacks need and not every server, or not everybody who attacks one, has. */
export type Need =
  | 'profile'
  | 'admin'
  | 'adminAccount'
  | 'logout'
  | 'renew'
  | 'cookieLogin'
  | 'cookieRenew'
  | 'keys'
  | 'secret'
  | 'signer'
  | 'publicKey'
  | 'tls'
  | 'hash'
  | 'lifetime'

/** How an attack ended; `why` says of what is unclear what happened. */
export interface Judgement {
  verdict: Exclude<Verdict, 'skipped'>
  why?: string
}

export interface Attack {
  /** What is sent, in a few words. */
  title: string
  /** Why it works where it gets in. */
  reason: string
  /** The lesson that prevents it. */
  lesson: number
  needs: readonly Need[]
  launch(target: Target): Promise<Judgement>
}

export interface Family {
  title: string
  /** Where these attacks are described. */
  source: string
  attacks: readonly Attack[]
}

export const HELD: Judgement = { verdict: 'held' }
export const IN: Judgement = { verdict: 'in' }
export const NO_SESSION: Judgement = { verdict: 'unclear', why: 'no se pudo iniciar otra sesión' }

/** A refusal is a 4xx that is about this request, and not about how many there are or how long it took. */
const NO_REFUSALS = [408, 429]

/** Whether the server did what it was asked. */
export function isFine({ status }: Pick<Answer, 'status'>): boolean {
  return status >= 200 && status < 300
}

/** Judges the answer to a request that should be refused. */
export function judge({ status }: Answer): Judgement {
  if (isFine({ status })) return IN
  if (status >= 400 && status < 500 && !NO_REFUSALS.includes(status)) return HELD
  return unclear(`responde ${status}, que no es negarse`)
}

/** Judges the answer to a request that must still be good, after something that should not have spoilt it. */
export function judgeSpoilt(answer: Answer): Judgement {
  if (isFine(answer)) return HELD
  return answer.status < 500 ? IN : unclear(`responde ${answer.status}`)
}

/** Judges what must not be: `leaked`, if the server answered at all. */
export function judgeLeak({ status }: Answer, leaked: boolean): Judgement {
  if (leaked) return IN
  return status >= 500 || NO_REFUSALS.includes(status) ? unclear(`responde ${status}`) : HELD
}

export function unclear(why: string): Judgement {
  return { verdict: 'unclear', why }
}
