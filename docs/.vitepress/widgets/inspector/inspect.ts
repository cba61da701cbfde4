import { TEXTS as SHARED } from '../../../../workbook/verdict/tokens/texts.ts'
import { readPart } from '../common/jwt.ts'
import { TEXTS } from './texts.ts'

export type Part = Record<string, unknown>

export interface Reading {
  header: Part
  payload: Part
}

const A_DAY = 24 * 60 * 60
const SENSITIVE =
  /pass|contrase|clave|secret|hash|resumen|mail|correo|phone|tel[eé]fono|m[oó]vil|celular|tarjeta|card|dni|nif|curp|ssn|birth|nacimiento|address|direcci[oó]n/i

/** Both parts of a token, whoever signed it. Nothing if it has not the form of a JWT (RFC 7519 §3). */
export function readToken(token: string): Reading | undefined {
  const [header, payload, signature, ...rest] = token.split('.')
  const reading = { header: readPart(header ?? ''), payload: readPart(payload ?? '') }
  if (signature === undefined || rest.length || !reading.header || !reading.payload) return undefined
  return { header: reading.header, payload: reading.payload }
}

/** What a reader should worry about in a token, at this instant (seconds), each in a sentence. */
export function warningsOf({ header, payload }: Reading, now: number): string[] {
  const { exp, iat } = payload
  const isDate = typeof exp === 'number'
  const lives = isDate ? exp - (typeof iat === 'number' ? iat : now) : 0
  return [
    String(header.alg).toLowerCase() === 'none' && TEXTS.unsigned,
    exp === undefined && SHARED.noExpiry,
    exp !== undefined && !isDate && TEXTS.expiryNotNumber,
    isDate && exp <= now && SHARED.expired,
    lives > A_DAY && SHARED.longLife,
    ...Object.keys(payload)
      .filter((name) => SENSITIVE.test(name))
      .map(SHARED.sensitive),
  ].filter((warning) => warning !== false)
}
