// The client's side of node:http. Each request has a connection of its own, closed after its answer: an
// agent would save nothing where a connection costs nothing.
import EventEmitter from 'node:events'
import { nodeError } from './errors.ts'
import { type HeaderValue, type IncomingMessage, OutgoingMessage } from './http-message.ts'
import { readMessages } from './http-reader.ts'
import { connect as connectPlain, type Socket } from './net.ts'

// A request with these has no body unless something is written (Node: useChunkedEncodingByDefault).
const WITHOUT_BODY = ['GET', 'HEAD', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT']

export interface RequestOptions {
  protocol?: string
  host?: string
  hostname?: string
  port?: number | string
  path?: string
  method?: string
  auth?: string
  agent?: unknown
  headers?: Record<string, HeaderValue>
  signal?: AbortSignal
  defaultPort?: number
  /** How the connection is opened; `https` encrypts it. */
  createConnection?: (port: number, host: string) => Socket
}

type OnResponse = (response: IncomingMessage) => void

export class Agent extends EventEmitter {
  options: object
  constructor(options: object = {}) {
    super()
    this.options = options
  }
  destroy(): void {}
}

export const globalAgent = new Agent({ keepAlive: true })

export class ClientRequest extends OutgoingMessage {
  readonly method: string
  readonly path: string
  readonly protocol: string
  readonly host: string
  res?: IncomingMessage
  #complete = false

  constructor(options: RequestOptions, onResponse?: OnResponse) {
    super()
    const { defaultPort = 80, createConnection = connectPlain } = options
    const port = Number(options.port) || defaultPort
    this.method = (options.method ?? 'GET').toUpperCase()
    this.path = escaped(options.path || '/')
    this.protocol = options.protocol ?? 'http:'
    this.host = options.hostname ?? options.host ?? 'localhost'
    for (const [name, value] of Object.entries(options.headers ?? {})) this.setHeader(name, value)
    if (!this.hasHeader('host'))
      this.setHeader('Host', port === defaultPort ? this.host : `${this.host}:${port}`)
    if (options.auth && !this.hasHeader('authorization')) {
      this.setHeader('Authorization', `Basic ${Buffer.from(options.auth).toString('base64')}`)
    }
    if (options.agent === false) this.shouldKeepAlive = false
    if (onResponse) this.once('response', onResponse)
    options.signal?.addEventListener('abort', () => this.destroy(options.signal?.reason), { once: true })
    this.#open(createConnection(port, this.host))
  }

  get aborted(): boolean {
    return this.destroyed
  }

  abort(): void {
    this.destroy()
  }

  setNoDelay(): void {}
  setSocketKeepAlive(): void {}

  protected override firstLine(): string {
    return `${this.method} ${this.path} HTTP/1.1`
  }

  protected override lastHeaders(): string[] {
    const connection = this.shouldKeepAlive ? 'keep-alive' : 'close'
    return [...(this.hasHeader('connection') ? [] : ['Connection', connection]), ...this.#length()]
  }

  #length(): string[] {
    if (this.hasHeader('content-length') || this.hasHeader('transfer-encoding')) return []
    const noBody = WITHOUT_BODY.includes(this.method)
    if (this.knownLength === undefined) return noBody ? [] : ['Transfer-Encoding', 'chunked']
    return this.knownLength || !noBody ? ['Content-Length', String(this.knownLength)] : []
  }

  #open(socket: Socket): void {
    this.socket = socket
    process.nextTick(() => this.emit('socket', socket))
    const lost = (error?: Error) => this.#lose(error)
    socket
      .on('error', lost)
      .on('end', () => lost())
      .on('close', () => lost())
    readMessages(socket, {
      kind: 'RESPONSE',
      onMessage: (response) => this.#receive(response),
      onError: lost,
    })
  }

  #receive(response: IncomingMessage): boolean {
    this.res = response
    response.once('end', () => {
      this.#complete = true
      process.nextTick(() => this.destroy())
    })
    process.nextTick(() => {
      if (!this.destroyed && !this.emit('response', response)) response.resume()
    })
    return this.method === 'HEAD'
  }

  /** The connection ended before the answer did. */
  #lose(error?: Error): void {
    if (this.#complete || this.destroyed || this.res?.complete) return
    if (!this.res) this.destroy(error ?? nodeError('ECONNRESET', 'socket hang up'))
    else this.res.destroy(error ?? nodeError('ECONNRESET', 'aborted'))
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    if (this.res && !this.res.complete) this.res.destroy(error ?? nodeError('ECONNRESET', 'aborted'))
    this.socket?.destroy()
    done(error ?? (this.res ? null : nodeError('ECONNRESET', 'socket hang up')))
  }
}

/** The options of a request that may be given as an address, as options or as both. */
export function toOptions(
  input: string | URL | RequestOptions,
  more?: RequestOptions | OnResponse,
  callback?: OnResponse,
): [RequestOptions, OnResponse | undefined] {
  const given = typeof input === 'string' || input instanceof URL ? fromUrl(new URL(input)) : input
  if (typeof more === 'function') return [given, more]
  return [{ ...given, ...more }, callback]
}

function fromUrl({ protocol, hostname, port, pathname, search, username, password }: URL): RequestOptions {
  const auth = username ? `${decodeURIComponent(username)}:${decodeURIComponent(password)}` : undefined
  return { protocol, hostname: hostname.replace(/^\[|\]$/g, ''), port, path: pathname + search, auth }
}

function escaped(path: string): string {
  if (!/[^\x21-\xff]/.test(path)) return path
  throw nodeError('ERR_UNESCAPED_CHARACTERS', 'Request path contains unescaped characters', {
    type: TypeError,
  })
}
