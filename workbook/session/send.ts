import http, { type IncomingHttpHeaders } from 'node:http'
import https from 'node:https'
import { text } from 'node:stream/consumers'
import { urlToHttpOptions } from 'node:url'
import type { ReadyRequest } from '../verdict/requests.ts'
import { alterClaims } from '../verdict/tokens/alter.ts'

export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: string
}

const PATIENCE_MS = 5000

const REASONS: Record<string, string> = {
  ECONNRESET: 'El servidor cerró la conexión sin responder',
  ECONNREFUSED: 'El servidor ya no escucha en esa dirección',
  EPIPE: 'El servidor cerró la conexión sin leer la solicitud',
  ETIMEDOUT: `El servidor no respondió en ${PATIENCE_MS / 1000} s: busca una rama sin respuesta y sin next()`,
  DEPTH_ZERO_SELF_SIGNED_CERT: 'El certificado no es el de este servidor',
}

/** Sends a request to the learner's server. `ca` is its certificate, if it speaks TLS. */
export async function send(
  { method, path, body }: ReadyRequest,
  origin: string,
  { token, ca }: { token?: string; ca?: string },
): Promise<Answer> {
  const headers = {
    ...(token && { Authorization: `Bearer ${token}` }),
    ...(body && { 'Content-Type': 'application/json' }),
  }
  const options = { ...urlToHttpOptions(new URL(path, origin)), method, headers, ca, timeout: PATIENCE_MS }
  return exchange(options, typeof body === 'object' ? JSON.stringify(body) : body)
}

/**
 * One request on a connection of its own, and the whole answer to it. `timeout` is in milliseconds. Rejects with
 * the error of the network, whose code is ETIMEDOUT after a silence.
 */
export async function exchange(options: https.RequestOptions, body?: string): Promise<Answer> {
  const { request } = options.protocol === 'https:' ? https : http
  const response = await new Promise<http.IncomingMessage>((resolve, reject) => {
    const outgoing = request({ ...options, agent: false }, resolve)
    outgoing.once('error', reject)
    outgoing.once('timeout', () => outgoing.destroy(Object.assign(new Error(), { code: 'ETIMEDOUT' })))
    outgoing.end(body)
  })
  return { status: response.statusCode ?? 0, headers: response.headers, body: await text(response) }
}

/** The same token with another `sub` and the signature of before. */
export function alter(token: string): string {
  const [header, payload = '', signature] = token.split('.')
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString())
  const forged = Buffer.from(JSON.stringify(alterClaims(claims))).toString('base64url')
  return [header, forged, signature].join('.')
}

/** Why a request got no answer, in a sentence without its full stop. */
export function whyNot(error: unknown): string {
  const { code = '' } = error as NodeJS.ErrnoException
  return REASONS[code] ?? `No se pudo enviar (${code || 'error de red'})`
}
