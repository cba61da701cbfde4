import { TEXTS } from '../verdict/tokens/texts.ts'

/** What a token says, without checking its signature: anybody who has it can read the same. */
export interface Inspection {
  header: unknown
  payload: unknown
  /** Seconds until it expires; negative if it already did; nothing if it never does. */
  secondsLeft?: number
  /** What is wrong with it, each in a sentence. */
  warnings: string[]
}

const A_DAY = 24 * 60 * 60
const SENSITIVE = /pass|contrase|clave|secret|resumen|hash|email|correo|tarjeta|card/i

/** Reads a token at this instant (milliseconds). Nothing if it has not the form of a JWT. */
export function inspectToken(token: string, now = Date.now()): Inspection | undefined {
  const [header, payload] = token.split('.').slice(0, 2).map(decode)
  if (!isRecord(header) || !isRecord(payload)) return undefined
  const { exp } = payload
  const secondsLeft = typeof exp === 'number' ? Math.floor(exp - now / 1000) : undefined
  return { header, payload, secondsLeft, warnings: warningsOf(header, payload, secondsLeft) }
}

type Json = Record<string, unknown>

function warningsOf({ alg }: Json, payload: Json, secondsLeft?: number): string[] {
  const { sub } = payload
  return [
    alg !== 'HS256' && TEXTS.algorithm(String(alg)),
    sub === undefined && TEXTS.noSubject,
    sub !== undefined && typeof sub !== 'string' && TEXTS.subjectNotText,
    secondsLeft === undefined && TEXTS.noExpiry,
    secondsLeft !== undefined && secondsLeft <= 0 && TEXTS.expired,
    secondsLeft !== undefined && secondsLeft > A_DAY && TEXTS.longLife,
    ...sensitiveClaims(payload).map(TEXTS.sensitive),
  ].filter((warning) => warning !== false)
}

/** The claims whose name says that they should not be in a token. */
function sensitiveClaims(payload: Json): string[] {
  return Object.keys(payload).filter((name) => SENSITIVE.test(name))
}

function decode(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString())
  } catch {
    return undefined
  }
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
