import { request as open } from 'node:http'
import type { Answer } from '../../curriculum/exchange.ts'
import type { Issued, Request, Situation } from './asked/situation.ts'
import { tellToken } from './told-token.ts'

// Both APIs answer some more at once.
const AT_ONCE = 8
// Of the connection and of the moment: they are not what an API answers.
const LEFT_OUT = ['Connection', 'Content-Length', 'Date', 'Keep-Alive', 'Server', 'Transfer-Encoding']

/** The answer to each situation, in their order. */
export async function converse(origin: string, situations: readonly Situation[]): Promise<Answer[]> {
  const answers: Answer[] = []
  const left = situations.entries()
  const askTheNext = async () => {
    for (const [index, { requests }] of left) {
      let last: Sent | undefined
      for (const request of requests) last = await send(origin, request)
      answers[index] = told(last!)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, askTheNext))
  return answers
}

/** The tokens that an API gives. */
export async function issue(origin: string): Promise<Issued> {
  const names = ['ana', 'root', 'ana'] as const
  const [ana = '', root = '', closing = ''] = await Promise.all(names.map((name) => login(origin, name)))
  return { ana, root, closing }
}

async function login(origin: string, name: string): Promise<string> {
  const { text } = await send(origin, {
    method: 'POST',
    path: '/login',
    headers: [['Content-Type', 'application/json']],
    body: JSON.stringify({ email: `${name}@example.com`, password: `clave-${name}` }),
  })
  return JSON.parse(text).access_token
}

interface Sent {
  status: number
  headers: Record<string, string>
  text: string
}

/** With Node's own client: `fetch` neither repeats a header nor sends a body with GET. */
function send(origin: string, { method = 'GET', path, headers = [], body, inClear }: Request): Promise<Sent> {
  const chunked = headers.some(([name]) => name === 'Transfer-Encoding')
  const raw = [
    ...['Host', 'api.ejemplo.com', 'Connection', 'close'],
    ...(inClear ? [] : ['X-Forwarded-Proto', 'https']),
    ...(body === undefined || chunked ? [] : ['Content-Length', String(Buffer.byteLength(body))]),
    ...headers.flat(),
  ]
  return new Promise((resolve, reject) => {
    const request = open(origin, { method, path, headers: raw, agent: false }, async (response) => {
      const chunks: Buffer[] = []
      for await (const chunk of response) chunks.push(chunk)
      const { statusCode = 0, rawHeaders } = response
      const names = rawHeaders.filter((_part, index) => index % 2 === 0)
      const got = names.map((name, index) => [name, rawHeaders[index * 2 + 1] ?? ''])
      resolve({
        status: statusCode,
        headers: Object.fromEntries(got),
        text: Buffer.concat(chunks).toString(),
      })
    })
    request.on('error', reject).end(body)
  })
}

/** An answer without what changes from run to run. */
function told({ status, headers, text }: Sent): Answer {
  const kept = Object.entries(headers).filter(([name]) => !LEFT_OUT.includes(name))
  const type = headers['Content-Type']?.split(';')[0] ?? ''
  return {
    estado: status,
    encabezados: Object.fromEntries(kept.sort().map(([name, value]) => [name, toldHeader(name, value)])),
    cuerpo: type === 'application/json' && text ? toldBody(JSON.parse(text)) : text && `un texto ${type}`,
  }
}

function toldHeader(name: string, value: string): string {
  if (name === 'Allow') return value.split(/, */).sort().join(', ')
  return name === 'ETag' ? '…' : value
}

function toldBody(body: unknown): unknown {
  const { access_token: token } = Object(body)
  return typeof token === 'string' ? { access_token: tellToken(token) } : body
}
