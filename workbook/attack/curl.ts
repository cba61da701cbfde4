import type { Shot } from './attack.ts'

/** Where a server listens: `plain` is the same as `secure` if it does in one way only. */
export interface Origins {
  secure: string
  plain: string
}

/** The order that repeats a request in a POSIX terminal. */
export function curlOf(
  { method, path, headers, body, secure }: Shot,
  { secure: tls, plain }: Origins,
): string {
  const origin = secure ? tls : plain
  const words = ['curl -i']
  // The certificate of a laboratory is signed by nobody.
  if (origin.startsWith('https:')) words.push('-k')
  // Without it, curl tidies the path up before it sends it.
  if (/\/\.{1,2}\//.test(path)) words.push('--path-as-is')
  if (/[[\]{}]/.test(path)) words.push('-g')
  if (method === 'HEAD') words.push('-I')
  else if (method !== 'GET' || body !== undefined) words.push(`-X ${method}`)
  words.push(quote(origin + path))
  for (const [name, value] of Object.entries(headers)) {
    words.push(
      `-H ${value.length < LONG ? quote(value ? `${name}: ${value}` : `${name};`) : longHeader(name, value)}`,
    )
  }
  if (body === undefined) return words.join(' ')
  if (body.length < LONG) return [...words, `--data-binary ${quote(body)}`].join(' ')
  return `node -p ${quote(expressionOf(body))} | ${words.join(' ')} --data-binary @-`
}

/** More than fits well in an order, in characters. */
const LONG = 5000
const SHOWN = 500
const REPEATED = /((.)\2{99,})/su

/** JavaScript that makes a text that is mostly repetition. */
function expressionOf(text: string): string {
  const parts: string[] = []
  let rest = text
  for (let found = REPEATED.exec(rest); found; found = REPEATED.exec(rest)) {
    const [, run = '', char = ''] = found
    if (found.index) parts.push(JSON.stringify(rest.slice(0, found.index)))
    parts.push(`${JSON.stringify(char)}.repeat(${run.length})`)
    rest = rest.slice(found.index + run.length)
  }
  return [...parts, ...(rest ? [JSON.stringify(rest)] : [])].join(' + ')
}

function longHeader(name: string, value: string): string {
  return `"$(node -p ${quote(expressionOf(`${name}: ${value}`))})"`
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}

/** A request as it travels, with what is very long cut. */
export function requestText({ method, path, headers, body }: Shot): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  const text = [`${method} ${path} HTTP/1.1`, ...lines, ...(body === undefined ? [] : ['', body])].join('\n')
  return text.length < LONG ? text : `${text.slice(0, SHOWN)}…`
}
