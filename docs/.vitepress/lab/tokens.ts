import { alterClaims } from '../../../workbook/verdict/tokens/alter.ts'
import { readPart, toBase64url } from '../widgets/common/jwt.ts'

const TOKEN = /\b[\w-]{2,}\.[\w-]{2,}\.[\w-]*/g

/** The tokens in a text, each once: what reads as three parts of which two are JSON objects. */
export function findTokens(text: string): string[] {
  const found = [...text.matchAll(TOKEN)].map(([token]) => token)
  return [...new Set(found)].filter((token) => {
    const [header = '', payload = ''] = token.split('.')
    return readPart(header) && readPart(payload)
  })
}

/** The same token with another `sub` and the signature of before, as the session of the terminal alters it. */
export function alter(token: string): string {
  const [header = '', payload = '', signature = ''] = token.split('.')
  return [header, toBase64url(JSON.stringify(alterClaims(readPart(payload) ?? {}))), signature].join('.')
}
