import { readPart, signHs256, toBase64url, verifyHs256 } from '../common/jwt.ts'
import type { Place } from './guard-code.ts'
import { TEXTS } from './texts.ts'

export const CHOICES = ['nothing', 'basic', 'lowercase', 'ana', 'root', 'altered', 'foreign'] as const
export type Choice = (typeof CHOICES)[number]

export type Claims = Record<string, unknown>

/** What a client gets, or would have got. */
export interface Answer {
  status: number
  body: string
}

/** What can be looked at between two steps. */
export interface State {
  /** Only once `leerBearer` has returned. */
  token?: string | undefined
  claims?: Claims
  answer?: Answer
  /** A second answer, which HTTP does not let out. */
  lost?: Answer
}

/** One line that is executed, what it does, and what it leaves changed. */
export interface Step {
  place: Place
  text: string
  changes?: State
}

type Checked = { claims: Claims } | { rejection: string }

/** The value of `Authorization` for each choice, with tokens that are really signed. */
export async function authorizationOf(
  choice: Choice,
  secret: string,
  foreignSecret: string,
): Promise<string | undefined> {
  if (choice === 'nothing') return undefined
  if (choice === 'basic') return `Basic ${btoa('ana@example.com:clave-ana')}`
  if (choice === 'root') return `Bearer ${await signHs256({ sub: '2' }, secret)}`
  if (choice === 'foreign') return `Bearer ${await signHs256({ sub: '2' }, foreignSecret)}`
  const token = await signHs256({ sub: '1' }, secret)
  if (choice === 'altered') return `Bearer ${token.replace(/\..*\./, `.${toBase64url('{"sub":"2"}')}.`)}`
  return `${choice === 'lowercase' ? 'bearer' : 'Bearer'} ${token}`
}

/** Reads `Authorization` as the guard of lesson 2 does: any case, and all that follows the scheme. */
export function readBearer(header: string | undefined): string | undefined {
  const [scheme, ...rest] = header?.split(/\s+/) ?? []
  return scheme?.toLowerCase() === 'bearer' ? rest.join(' ') : undefined
}

/** The claims of a token with a right HS256 signature, or the words with which jsonwebtoken rejects it. */
export async function checkToken(token: string | undefined, secret: string): Promise<Checked> {
  if (!token) return { rejection: 'jwt must be provided' }
  const claims = (await verifyHs256(token, secret)) && readPart(token.split('.')[1] ?? '')
  return claims ? { claims } : { rejection: 'invalid signature' }
}

/** Every line that a request to `/perfil` executes, in order. A mistaken guard answers where it should throw. */
export async function traceOf(
  header: string | undefined,
  secret: string,
  mistaken: boolean,
): Promise<Step[]> {
  const token = readBearer(header)
  const reading = readingSteps(header, token)
  if (token === undefined && !mistaken) {
    return [...reading, { place: 'present', text: TEXTS.throwsMissing }, answered(401)]
  }
  const checked = await checkToken(token, secret)
  const before = token === undefined ? answersAndGoesOn() : { place: 'present' as const, text: TEXTS.present }
  const after = 'claims' in checked ? acceptedSteps(checked.claims) : rejectedSteps(checked.rejection, token)
  return [...reading, before, { place: 'claims', text: TEXTS.waits(token) }, ...after]
}

/** What can be looked at after the step with this index. */
export function stateAfter(steps: readonly Step[], index: number): State {
  return Object.assign({}, ...steps.slice(0, index + 1).map(({ changes }) => changes))
}

function readingSteps(header: string | undefined, token: string | undefined): Step[] {
  return [
    { place: 'route', text: TEXTS.enters },
    { place: 'read', text: TEXTS.reads(header !== undefined) },
    { place: 'split', text: TEXTS.splits(header?.split(/\s+/)[0]) },
    { place: 'scheme', text: TEXTS.returns(token), changes: { token } },
  ]
}

function answersAndGoesOn(): Step {
  const answer = { status: 401, body: '{"error":"Token faltante"}' }
  return { place: 'present', text: TEXTS.answersAndGoesOn, changes: { answer } }
}

function acceptedSteps(claims: Claims): Step[] {
  const answer = { status: 200, body: JSON.stringify({ id: claims.sub }) }
  return [
    { place: 'verify', text: TEXTS.accepts },
    { place: 'claims', text: TEXTS.stores, changes: { claims } },
    { place: 'next', text: TEXTS.goesOn },
    { place: 'route', text: TEXTS.routeAnswers(answer.body), changes: { answer } },
  ]
}

function rejectedSteps(rejection: string, token: string | undefined): Step[] {
  return [
    { place: 'verify', text: TEXTS.rejects(rejection) },
    { place: 'translate', text: TEXTS.translates },
    token === undefined ? lostAnswer() : answered(422),
  ]
}

function answered(status: number): Step {
  return {
    place: 'route',
    text: TEXTS.expressAnswers(status),
    changes: { answer: { status, body: TEXTS.errorPage } },
  }
}

function lostAnswer(): Step {
  return {
    place: 'route',
    text: TEXTS.cannotAnswer,
    changes: { lost: { status: 422, body: TEXTS.errorPage } },
  }
}
