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
    words.push(`-H ${quote(value ? `${name}: ${value}` : `${name};`)}`)
  }
  if (body !== undefined) words.push(`--data-binary ${quote(body)}`)
  return words.join(' ')
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
