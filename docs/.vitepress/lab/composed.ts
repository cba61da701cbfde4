import type { AppRequest } from '../../../workbook/lab/serve-protocol.ts'
import type { ReadyRequest } from '../../../workbook/verdict/requests.ts'
import { alter } from './tokens.ts'

/** A request as it is being written. */
export interface Composed {
  method: string
  path: string
  /** One a line: `Nombre: valor`. */
  headers: string
  body: string
  secure: boolean
}

/** A ready-made request as it would be written, or nothing if it needs a token and there is none. */
export function compose(
  { method, path, body, token }: ReadyRequest,
  last: string | undefined,
): Composed | undefined {
  if (token && !last) return undefined
  const sent = token === 'altered' ? alter(last ?? '') : last
  const headers = [body && 'Content-Type: application/json', token && `Authorization: Bearer ${sent}`]
  return {
    ...{ method, path, secure: true },
    headers: headers.filter(Boolean).join('\n'),
    body: typeof body === 'object' ? JSON.stringify(body) : (body ?? ''),
  }
}

/** What will be sent, or the first line of the headers that is none. */
export function toRequest({ method, path, headers, body, secure }: Composed): AppRequest | { wrong: string } {
  const lines = headers.split('\n').filter((line) => line.trim())
  const wrong = lines.find((line) => !HEADER.test(line))
  if (wrong !== undefined) return { wrong }
  const pairs = lines.map((line) => [
    line.slice(0, line.indexOf(':')),
    line.slice(line.indexOf(':') + 1).trim(),
  ])
  return { method, path, headers: Object.fromEntries(pairs), body: body || undefined, secure }
}

// RFC 9110 §5.1 and §5.5: a token, and a value of visible characters.
const HEADER = /^[\w!#$%&'*+.^`|~-]+:[\t\x20-\x7e\x80-\xff]*$/
