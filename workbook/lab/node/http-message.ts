// The messages of node:http, for both sides. Node's own sources need its internals, and no package has
// them apart: light-my-request brings its own server and fails on anything but Node's streams.
import { Readable, Writable } from 'node:stream'
import { nodeError } from './errors.ts'
import type { Socket } from './net.ts'

export type HeaderValue = number | string | readonly string[]
type Callback = (error?: Error | null) => void

const TOKEN = /^[\w^`\-!#$%&'*+.|~]+$/
const BAD_VALUE = /[^\t\x20-\x7e\x80-\xff]/
// Of these, Node keeps the first; the others are joined (http.IncomingMessage#headers).
const SINGLE = new Set(
  'age authorization content-length content-type etag expires from host if-modified-since if-unmodified-since last-modified location max-forwards proxy-authorization referer retry-after server user-agent'.split(
    ' ',
  ),
)

/** Throws the TypeError of Node if that cannot be the name of a header (RFC 9110 §5.1). */
export function validateHeaderName(name: string): void {
  if (TOKEN.test(name)) return
  throw nodeError('ERR_INVALID_HTTP_TOKEN', `Header name must be a valid HTTP token ["${name}"]`, {
    type: TypeError,
  })
}

/** Throws the TypeError of Node if that cannot be the value of a header (RFC 9110 §5.5). */
export function validateHeaderValue(name: string, value: unknown): void {
  if (value === undefined) {
    const text = `Invalid value "undefined" for header "${name}"`
    throw nodeError('ERR_HTTP_INVALID_HEADER_VALUE', text, { type: TypeError })
  }
  if (!BAD_VALUE.test(String(value))) return
  throw nodeError('ERR_INVALID_CHAR', `Invalid character in header content ["${name}"]`, { type: TypeError })
}

/** A request as the server gets it, or a response as the client does. */
export class IncomingMessage extends Readable {
  httpVersion = '1.1'
  httpVersionMajor = 1
  httpVersionMinor = 1
  headers: Record<string, string | string[]> = {}
  rawHeaders: string[] = []
  trailers = {}
  rawTrailers: string[] = []
  complete = false
  aborted = false
  upgrade = false
  method: string | null = null
  url = ''
  statusCode: number | null = null
  statusMessage: string | null = null
  socket: Socket
  connection: Socket

  constructor(socket: Socket) {
    super()
    this.socket = socket
    this.connection = socket
  }

  setTimeout(): this {
    return this
  }

  override _read(): void {}

  override _destroy(error: Error | null, done: Callback): void {
    if (!this.readableEnded || !this.complete) {
      this.aborted = true
      this.emit('aborted')
      if (!this.complete) this.socket.destroy()
    }
    // Node does not throw an error that nobody listens to.
    process.nextTick(done, error && this.listenerCount('error') ? error : null)
  }

  /** Takes the headers as they came, names and values in turn. */
  takeHeaders(raw: string[]): void {
    this.rawHeaders = raw
    for (let i = 0; i < raw.length; i += 2) this.#add(raw[i]!.toLowerCase(), raw[i + 1]!)
  }

  get headersDistinct(): Record<string, string[]> {
    const all: Record<string, string[]> = Object.create(null)
    for (let i = 0; i < this.rawHeaders.length; i += 2) {
      const name = this.rawHeaders[i]!.toLowerCase()
      all[name] = [...(all[name] ?? []), this.rawHeaders[i + 1]!]
    }
    return all
  }

  #add(name: string, value: string): void {
    const before = Object.hasOwn(this.headers, name) ? this.headers[name] : undefined
    if (name === 'set-cookie') this.headers[name] = [...(before ?? []), value]
    else if (before === undefined) this.headers[name] = value
    else if (!SINGLE.has(name)) this.headers[name] = `${before}${name === 'cookie' ? '; ' : ', '}${value}`
  }
}

/** A response as the server writes it, or a request as the client does. */
export abstract class OutgoingMessage extends Writable {
  readonly #headers = new Map<string, [name: string, value: HeaderValue]>()
  headersSent = false
  finished = false
  sendDate = true
  chunkedEncoding = false
  shouldKeepAlive = true
  socket: Socket | null = null
  /** The length of the body if it was known before the head was sent. */
  protected knownLength?: number
  /** The body is not sent: HEAD, 204, 304 … */
  protected bodiless = false

  constructor() {
    super({ autoDestroy: false })
  }

  /** The first line and the headers, once the message knows how its body goes. */
  protected abstract firstLine(): string
  protected abstract lastHeaders(): string[]

  get connection(): Socket | null {
    return this.socket
  }
  get _header(): string | null {
    return this.headersSent ? 'sent' : null
  }
  get _headerSent(): boolean {
    return this.headersSent
  }

  setHeader(name: string, value: HeaderValue): this {
    this.assertOpen('set')
    validateHeaderName(name)
    for (const one of Array.isArray(value) ? value : [value]) validateHeaderValue(name, one)
    this.#headers.set(name.toLowerCase(), [name, value])
    return this
  }

  setHeaders(headers: Iterable<[string, HeaderValue]>): this {
    for (const [name, value] of headers) this.setHeader(name, value)
    return this
  }

  appendHeader(name: string, value: string | readonly string[]): this {
    const before = this.getHeader(name)
    return this.setHeader(name, before === undefined ? value : [before, value].flat().map(String))
  }

  getHeader(name: string): HeaderValue | undefined {
    return this.#headers.get(name.toLowerCase())?.[1]
  }

  getHeaders(): Record<string, HeaderValue> {
    const entries = [...this.#headers].map(([key, [, value]]) => [key, value])
    return Object.assign(Object.create(null), Object.fromEntries(entries))
  }

  getHeaderNames(): string[] {
    return [...this.#headers.keys()]
  }

  getRawHeaderNames(): string[] {
    return [...this.#headers.values()].map(([name]) => name)
  }

  hasHeader(name: string): boolean {
    return this.#headers.has(name.toLowerCase())
  }

  removeHeader(name: string): void {
    this.assertOpen('remove')
    this.#headers.delete(name.toLowerCase())
  }

  flushHeaders(): void {
    if (!this.headersSent) this.sendHead()
  }

  setTimeout(): this {
    return this
  }

  override write(chunk: unknown, ...rest: unknown[]): boolean {
    // This package of streams wants Buffers.
    const isBytes = chunk instanceof Uint8Array && !Buffer.isBuffer(chunk)
    const bytes = isBytes ? Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength) : chunk
    return super.write(bytes, ...(rest as [BufferEncoding]))
  }

  override end(...args: unknown[]): this {
    const callback = typeof args.at(-1) === 'function' ? (args.pop() as Callback) : undefined
    const [chunk, encoding] = args as [string | Buffer | null | undefined, BufferEncoding | undefined]
    if (this.finished) {
      callback?.(nodeError('ERR_STREAM_ALREADY_FINISHED', 'Cannot call end after a stream was finished'))
      return this
    }
    if (!this.headersSent && !this.writableLength) {
      this.knownLength = chunk ? Buffer.byteLength(chunk, encoding) : 0
    }
    this.finished = true
    if (chunk) this.write(chunk, encoding)
    super.end(callback)
    return this
  }

  override _write(chunk: Buffer, _encoding: string, done: Callback): void {
    const head = this.headersSent ? [] : [this.#head()]
    const body = this.bodiless || !chunk.length ? [] : this.#framed(chunk)
    this.transmit(...head, ...body)
    done()
  }

  override _final(done: Callback): void {
    this.flushHeaders()
    if (this.chunkedEncoding && !this.bodiless) this.transmit(Buffer.from('0\r\n\r\n'))
    done()
  }

  protected assertOpen(verb: string): void {
    if (!this.headersSent) return
    throw nodeError('ERR_HTTP_HEADERS_SENT', `Cannot ${verb} headers after they are sent to the client`)
  }

  protected sendHead(): void {
    this.transmit(this.#head())
  }

  #head(): Buffer {
    const first = this.firstLine()
    const own = [...this.#headers.values()].flatMap(([name, value]) =>
      [value].flat().flatMap((one) => [name, String(one)]),
    )
    const raw = [...own, ...this.lastHeaders()]
    this.chunkedEncoding = raw.some(
      (text, i) => i % 2 === 0 && /^transfer-encoding$/i.test(text) && /chunked/i.test(raw[i + 1]!),
    )
    const lines = raw.flatMap((name, i) => (i % 2 ? [] : [`${name}: ${raw[i + 1]}`]))
    this.headersSent = true
    return Buffer.from([first, ...lines, '', ''].join('\r\n'), 'latin1')
  }

  #framed(chunk: Buffer): Buffer[] {
    if (!this.chunkedEncoding) return [chunk]
    return [Buffer.from(`${chunk.length.toString(16)}\r\n`), chunk, Buffer.from('\r\n')]
  }

  /** All at once: each write is a turn of the event loop. */
  protected transmit(...parts: Buffer[]): void {
    if (parts.length && this.socket?.writable) this.socket.write(Buffer.concat(parts))
  }
}
