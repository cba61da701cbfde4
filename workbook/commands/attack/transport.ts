import dns from 'node:dns'
import type { IncomingHttpHeaders } from 'node:http'
import { isIP, type LookupFunction } from 'node:net'
import { type Answer, NoAnswer, type Send, type Shot } from '../../attack/attack.ts'
import type { Origins } from '../../attack/curl.ts'
import { exchange } from '../../session/send.ts'

const PATIENCE_MS = 5000

const REASONS: Record<string, string> = {
  ECONNREFUSED: 'nadie escucha ahí',
  ECONNRESET: 'cerró la conexión sin responder',
  EPIPE: 'cerró la conexión sin leer la solicitud',
  ETIMEDOUT: `no responde en ${PATIENCE_MS / 1000} s`,
  EPROTO: 'no habla TLS en esa dirección',
  HPE_INVALID_CONSTANT: 'no habla HTTP en esa dirección',
}

export interface TransportOptions {
  /** The certificate of the server; without one, any will do. */
  ca?: string
  /** How long an answer may take, in milliseconds. */
  patience?: number
}

/** Sends requests to a server of this machine. */
export function transport(origins: Origins, options: TransportOptions = {}): Send {
  return (shot) => send(shot, shot.secure ? origins.secure : origins.plain, options)
}

/** Each on a connection of its own: a server that closes one does not spoil the next. */
async function send(
  { method, path, headers, body }: Shot,
  origin: string,
  { ca, patience = PATIENCE_MS }: TransportOptions,
): Promise<Answer> {
  const { protocol, hostname, port } = new URL(origin)
  const host = hostname.replace(/^\[|\]$/g, '')
  const options = {
    ...{ protocol, host, port, method, path, ca, lookup: isIP(host) ? undefined : lookupHere },
    ...{ rejectUnauthorized: ca !== undefined, timeout: patience },
    headers: { ...lengthOf(body), ...headers },
  }
  try {
    const answer = await exchange(options, body)
    return { ...answer, headers: flat(answer.headers) }
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    throw new NoAnswer(REASONS[code] ?? `error de red ${code}`.trim())
  }
}

/** Whatever the files of the system say, `localhost` is this machine. */
const lookupHere: LookupFunction = (name, { all, ...options }, callback) => {
  dns.lookup(name, { ...options, all: true }, (error, found = []) => {
    const here = found.filter(({ address }) => /^127\.|^::1$/.test(address))
    const [first] = here
    if (error || !first) return callback(error ?? Object.assign(new Error(), { code: 'ENOTFOUND' }), '', 0)
    if (all) return callback(null, here)
    callback(null, first.address, first.family)
  })
}

/** Also for methods that seldom have a body: it must not go in pieces. */
function lengthOf(body: string | undefined): Record<string, string> {
  return body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) }
}

function flat(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
}
