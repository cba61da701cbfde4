// node:net over memory: pairs of streams between virtual ports of this Worker. Nothing leaves it.
// There is no package that does this; unenv's net refuses every connection.
import EventEmitter from 'node:events'
import { Duplex } from 'node:stream'
import { nodeError } from './errors.ts'
import { later } from './later.ts'

const FIRST_FREE_PORT = 49_152
const listening = new Map<number, Server>()
let lastPort = FIRST_FREE_PORT

/** Whether a server of this Worker waits for connections: in Node, a program that has one goes on. */
export function isAnyoneListening(): boolean {
  return listening.size > 0
}

type Callback = () => void
interface Where {
  port: number | string
  host?: string
}

/** One end of a connection; what is written here is read at the other end. */
export class Socket extends Duplex {
  connecting = false
  declare localPort?: number
  declare remotePort?: number
  declare remoteAddress: string
  declare remoteFamily: string
  #peer?: Socket
  #ended = false
  /** What was written before anybody answered. */
  #waiting: Callback[] = []

  constructor(known: object = {}) {
    super({ allowHalfOpen: false })
    Object.assign(this, known)
  }

  /** Joins two ends: from now on each one reads what the other one writes. */
  static join(one: Socket, other: Socket): void {
    one.#peer = other
    other.#peer = one
    for (const deliver of [...one.#waiting.splice(0), ...other.#waiting.splice(0)]) later(deliver)
  }

  connect(port: number | string | Where, host?: string | Callback, onConnect?: Callback): this {
    const where =
      typeof port === 'object' ? port : { port, host: typeof host === 'string' ? host : undefined }
    const callback = typeof host === 'function' ? host : onConnect
    if (callback) this.once('connect', callback)
    this.connecting = true
    later(() => this.#reach(Number(where.port), where.host ?? 'localhost'))
    return this
  }

  #reach(port: number, host: string): void {
    if (this.destroyed) return
    this.connecting = false
    const server = listening.get(port)
    const address = host === 'localhost' ? '127.0.0.1' : host
    if (!server) {
      const details = { errno: -111, syscall: 'connect', address, port }
      this.destroy(nodeError('ECONNREFUSED', `connect ECONNREFUSED ${address}:${port}`, details))
      return
    }
    const own = { remoteAddress: '127.0.0.1', remoteFamily: 'IPv4', localAddress: '127.0.0.1' }
    Object.assign(this, own, { remotePort: port, localPort: lastPort++ })
    const far = server.accept(this.localPort ?? 0)
    Socket.join(this, far)
    this.emit('connect')
    this.emit('ready')
    server.emit('connection', far)
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: string, done: Callback): void {
    const copy = Buffer.from(chunk)
    this.#send((peer) => void peer.push(copy))
    // As if the system had taken it: what was written arrives, even if this end is destroyed next.
    done()
  }

  override _final(done: Callback): void {
    this.#send((peer) => peer.#end())
    done()
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    if (!this.writableFinished) this.#send((peer) => peer.#end())
    done(error)
  }

  /** Nothing more will be read of it. */
  get #isOver(): boolean {
    return this.#ended || this.destroyed
  }

  #end(): void {
    if (this.#isOver) return
    this.#ended = true
    this.push(null)
  }

  #send(deliver: (peer: Socket) => void): void {
    const job = () => {
      if (this.#peer && !this.#peer.#isOver) deliver(this.#peer)
    }
    if (!this.#peer) this.#waiting.push(job)
    else if (!this.#peer.#isOver) later(job)
  }

  address(): object {
    return { address: this.remoteAddress, family: this.remoteFamily, port: this.localPort }
  }
  setTimeout(): this {
    return this
  }
  setNoDelay(): this {
    return this
  }
  setKeepAlive(): this {
    return this
  }
  ref(): this {
    return this
  }
  unref(): this {
    return this
  }
}

/** Somebody who listens on a virtual port. */
export class Server extends EventEmitter {
  listening = false
  readonly #open = new Set<Socket>()
  #address: { address: string; family: string; port: number } | null = null

  constructor(options?: object | ((socket: Socket) => void), onConnection?: (socket: Socket) => void) {
    super()
    const listener = typeof options === 'function' ? (options as (socket: Socket) => void) : onConnection
    if (listener) this.on('connection', listener)
  }

  listen(...args: unknown[]): this {
    const callback = typeof args.at(-1) === 'function' ? (args.pop() as Callback) : undefined
    const [first, second] = args
    const where = (
      typeof first === 'object' && first ? first : { port: first, host: second }
    ) as Partial<Where>
    if (this.listening) {
      throw nodeError(
        'ERR_SERVER_ALREADY_LISTEN',
        'Listen method has been called more than once without closing.',
      )
    }
    if (callback) this.once('listening', callback)
    const port = Number(where.port) || lastPort++
    const address = typeof where.host === 'string' ? where.host.replace('localhost', '127.0.0.1') : '::'
    if (listening.has(port)) {
      const details = { errno: -98, syscall: 'listen', address, port }
      const text = `listen EADDRINUSE: address already in use ${address}:${port}`
      later(() => this.emit('error', nodeError('EADDRINUSE', text, details)))
      return this
    }
    listening.set(port, this)
    this.listening = true
    this.#address = { address, family: address.includes(':') ? 'IPv6' : 'IPv4', port }
    process.nextTick(() => void (this.listening && this.emit('listening')))
    return this
  }

  address(): { address: string; family: string; port: number } | null {
    return this.#address && { ...this.#address }
  }

  /** The server's end of a new connection. */
  accept(remotePort: number): Socket {
    const { family: remoteFamily = '', port: localPort } = this.#address ?? {}
    const remoteAddress = remoteFamily === 'IPv6' ? '::ffff:127.0.0.1' : '127.0.0.1'
    const socket = new Socket({
      localPort,
      remotePort,
      localAddress: remoteAddress,
      remoteAddress,
      remoteFamily,
    })
    this.#open.add(socket)
    socket.once('close', () => {
      this.#open.delete(socket)
      this.#closeIfDone()
    })
    return socket
  }

  close(callback?: (error?: Error) => void): this {
    if (!this.#address) {
      later(() => callback?.(nodeError('ERR_SERVER_NOT_RUNNING', 'Server is not running.')))
      return this
    }
    if (callback) this.once('close', callback)
    listening.delete(this.#address.port)
    this.listening = false
    this.#address = null
    this.#closeIfDone()
    return this
  }

  #closeIfDone(): void {
    if (!this.#address && !this.#open.size) process.nextTick(() => this.emit('close'))
  }

  get connections(): Iterable<Socket> {
    return this.#open
  }

  getConnections(callback: (error: null, count: number) => void): void {
    later(() => callback(null, this.#open.size))
  }
  ref(): this {
    return this
  }
  unref(): this {
    return this
  }
}

export function createServer(options?: object, onConnection?: (socket: Socket) => void): Server {
  return new Server(options, onConnection)
}

export function connect(
  port: number | string | Where,
  host?: string | Callback,
  onConnect?: Callback,
): Socket {
  return new Socket().connect(port, host, onConnect)
}

export const createConnection = connect

const V4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/

export function isIPv4(text: string): boolean {
  return V4.test(text)
}

export function isIPv6(text: string): boolean {
  return text.includes(':') && URL.canParse(`http://[${text}]`)
}

export function isIP(text: string): 0 | 4 | 6 {
  if (isIPv4(text)) return 4
  return isIPv6(text) ? 6 : 0
}

export default { Socket, Server, createServer, connect, createConnection, isIP, isIPv4, isIPv6 }
