import jwt from 'jsonwebtoken'
import { sign } from './asked/sign.ts'

const FROM_ISSUE = /^iat \+ (\d+)$/

/** What a token says, without what changes from one to the next. */
export interface ToldToken {
  encabezado: object
  claims: Record<string, unknown>
}

/** Tells a token: the identifier is left out, and its instants are counted from the one at which it was issued. */
export function tellToken(token: string): ToldToken {
  const { header = {}, payload } = jwt.decode(token, { complete: true }) ?? {}
  const claims = Object.entries(Object(payload)).map(([name, value]) => [
    name,
    tellClaim(name, value, Object(payload).iat),
  ])
  return { encabezado: header, claims: Object.fromEntries(claims.sort()) }
}

/** Signs a token like that one, as if it were issued now. */
export function issueAgain(
  { encabezado, claims }: ToldToken,
  secret: string,
  now: number,
  jti: string,
): string {
  const again = Object.entries(claims).map(([name, value]) => {
    const [, later = 0] = FROM_ISSUE.exec(String(value)) ?? []
    return [name, FROM_ISSUE.test(String(value)) ? now + Number(later) : value]
  })
  return sign({ ...Object.fromEntries(again), jti }, secret, encabezado)
}

function tellClaim(name: string, value: unknown, issued: number): unknown {
  if (name === 'jti') return `un texto de ${String(value).length} letras`
  return ['iat', 'nbf', 'exp'].includes(name) ? `iat + ${Number(value) - issued}` : value
}
