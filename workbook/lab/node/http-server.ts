// The server's side of node:http, over the virtual connections of net.ts.
import codes from 'statuses'
import { channel } from './diagnostics_channel.ts'
import { nodeError } from './errors.ts'
import { type HeaderValue, type IncomingMessage, OutgoingMessage } from './http-message.ts'
import { readMessages } from './http-reader.ts'
import { Server as NetServer, type Socket } from './net.ts'

/** Reason phrases, by status. */
export const STATUS_CODES: Record<string, string> = codes.message as Record<string, string>

// Tests freeze `Date`; the clock of the server is not the program's.
const RealDate = Date
const KEEP_ALIVE_SECONDS = 5
const STARTED = channel('http.server.request.start')

type Handler = (request: IncomingMessage, response: ServerResponse) => void
type Headers = Record<string, HeaderValue> | readonly HeaderValue[]

export class ServerResponse extends OutgoingMessage {
  statusCode = 200
  declare statusMessage?: string
  readonly req: IncomingMessage

  constructor(request: IncomingMessage) {
    super()
    this.req = request
    this.assignSocket(request.socket)
  }

  assignSocket(socket: Socket): void {
    this.socket = socket
  }

  writeHead(status: number, reason?: string | Headers, headers?: Headers): this {
    this.assertOpen('write')
    this.statusCode = valid(status)
    if (typeof reason === 'string') this.statusMessage = reason
    const given = typeof reason === 'object' ? reason : headers
    const pairs = Array.isArray(given) ? pairsOf(given) : Object.entries(given ?? {})
    for (const [name, value] of pairs) this.setHeader(String(name), value as HeaderValue)
    this.sendHead()
    return this
  }

  protected override firstLine(): string {
    const status = valid(this.statusCode)
    this.statusMessage ??= STATUS_CODES[status] ?? 'unknown'
    this.bodiless = this.req.method === 'HEAD' || status < 200 || status === 204 || status === 304
    return `HTTP/1.1 ${status} ${this.statusMessage}`
  }

  protected override lastHeaders(): string[] {
    return [...this.#date(), ...this.#connection(), ...this.#length()]
  }

  #date(): string[] {
    return this.sendDate && !this.hasHeader('date') ? ['Date', new RealDate().toUTCString()] : []
  }

  #connection(): string[] {
    if (this.hasHeader('connection')) return []
    if (!this.shouldKeepAlive) return ['Connection', 'close']
    return ['Connection', 'keep-alive', 'Keep-Alive', `timeout=${KEEP_ALIVE_SECONDS}`]
  }

  #length(): string[] {
    if (this.hasHeader('content-length') || this.hasHeader('transfer-encoding')) return []
    if (this.statusCode === 204 || this.statusCode === 304) return []
    if (this.req.method === 'HEAD') return []
    if (this.knownLength === undefined) return ['Transfer-Encoding', 'chunked']
    return ['Content-Length', String(this.knownLength)]
  }

  /** Whether the connection serves for another request after this one. */
  get keepsAlive(): boolean {
    const own = this.getHeader('connection')
    return own === undefined ? this.shouldKeepAlive : !/close/i.test(String(own))
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    if (!this.writableFinished) this.socket?.destroy(error ?? undefined)
    done(error)
  }
}

export class Server extends NetServer {
  timeout = 0
  keepAliveTimeout = KEEP_ALIVE_SECONDS * 1000
  headersTimeout = 60_000
  requestTimeout = 300_000
  maxHeadersCount = null

  constructor(options?: object | Handler, handler?: Handler) {
    super()
    const onRequest = typeof options === 'function' ? (options as Handler) : handler
    if (onRequest) this.on('request', onRequest)
    this.on('connection', (socket: Socket) => this.serve(socket))
  }

  /** Answers the requests of a connection, one after the other. */
  protected serve(socket: Socket): void {
    socket.on('error', () => {})
    let current: ServerResponse | undefined
    socket.once('close', () => {
      if (current && !current.writableFinished) abandon(current)
    })
    readMessages(socket, {
      kind: 'REQUEST',
      onMessage: (request) => {
        const response = new ServerResponse(request)
        current = response
        response.shouldKeepAlive = request.headers.connection?.toString().toLowerCase() !== 'close'
        response.once('finish', () => process.nextTick(() => this.#finish(response)))
        STARTED.publish({ request, response })
        process.nextTick(() => this.emit('request', request, response))
        return false
      },
      onError: (error) => this.#refuse(error, socket),
    })
  }

  #finish(response: ServerResponse): void {
    response.req.resume()
    response.destroy()
    if (!response.keepsAlive) response.socket?.end()
  }

  #refuse(error: Error & { code?: string }, socket: Socket): void {
    if (this.emit('clientError', error, socket)) return
    const status = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : 400
    if (socket.writable) socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\n\r\n`)
  }

  override close(callback?: (error?: Error) => void): this {
    super.close(callback)
    this.closeIdleConnections()
    return this
  }

  closeIdleConnections(): void {
    // Whoever asks here closes the connection after the answer.
  }

  closeAllConnections(): void {
    for (const socket of this.connections) socket.destroy()
  }

  setTimeout(): this {
    return this
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await new Promise<unknown>((done) => this.close(done))
  }
}

export function createServer(options?: object | Handler, handler?: Handler): Server {
  return new Server(options, handler)
}

/** Whoever asked went away: the request is aborted and the response goes nowhere. */
function abandon(response: ServerResponse): void {
  if (!response.req.complete) response.req.destroy()
  response.destroy()
}

function valid(status: number): number {
  const code = Math.trunc(status)
  if (code >= 100 && code <= 999) return code
  throw nodeError('ERR_HTTP_INVALID_STATUS_CODE', `Invalid status code: ${status}`, { type: RangeError })
}

function pairsOf(flat: readonly HeaderValue[]): [HeaderValue, HeaderValue][] {
  return flat.flatMap((name, i) => (i % 2 ? [] : [[name, flat[i + 1]!] as [HeaderValue, HeaderValue]]))
}
