// The `fetch` of Node, over memory: what a scene asks of the server that it has just started.
import { request as requestPlain } from './http.ts'
import type { IncomingMessage } from './http-message.ts'
import { request as requestSecure } from './https.ts'

interface Init {
  method?: string
  headers?: HeadersInit
  body?: string
}

/** Statuses whose answers have no body: `Response` refuses even an empty one. */
const WITHOUT_BODY = [204, 205, 304]

/** Asks a server of this Worker. Rejects, as Node does, with a TypeError whose cause is why there is no answer. */
export function fetch(where: string | URL, { method, headers, body }: Init = {}): Promise<Response> {
  return new Promise((resolve, reject) => {
    const fail = (cause: Error) => reject(new TypeError('fetch failed', { cause }))
    const request = new URL(where).protocol === 'https:' ? requestSecure : requestPlain
    const sent = Object.fromEntries(new Headers(headers))
    const outgoing = request(where, { method, headers: sent }, (incoming) => {
      readBody(incoming).then((text) => resolve(toResponse(incoming, text)), fail)
    })
    outgoing.once('error', fail)
    outgoing.end(body)
  })
}

async function readBody(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function toResponse({ statusCode, headers }: IncomingMessage, body: Buffer): Response {
  const status = statusCode ?? 200
  const pairs = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)])
  return new Response(WITHOUT_BODY.includes(status) ? null : new Uint8Array(body), {
    status,
    headers: pairs,
  })
}
