// node:https: http.ts over the simulated TLS of tls-socket.ts.
import { Agent, ClientRequest, globalAgent, type RequestOptions, toOptions } from './http-client.ts'
import type { IncomingMessage } from './http-message.ts'
import { Server as HttpServer, type ServerResponse } from './http-server.ts'
import { connect as connectPlain, type Socket } from './net.ts'
import { type Identity, TLSSocket, type Trust } from './tls-socket.ts'

const PORT = 443

type Handler = (request: IncomingMessage, response: ServerResponse) => void
type Options = RequestOptions & Trust
type Rest = [
  more?: Options | ((response: IncomingMessage) => void),
  callback?: (response: IncomingMessage) => void,
]

export class Server extends HttpServer {
  readonly #identity: Identity

  constructor(identity: Identity, handler?: Handler) {
    super(handler)
    this.#identity = identity
  }

  protected override serve(line: Socket): void {
    super.serve(new TLSSocket(line, this.#identity))
  }
}

export function createServer(identity: Identity, handler?: Handler): Server {
  return new Server(identity, handler)
}

export function request(input: string | URL | Options, ...rest: Rest): ClientRequest {
  const [options, callback] = toOptions(input, ...rest)
  const { ca, rejectUnauthorized } = options as Trust
  const createConnection = (port: number, host: string) =>
    new TLSSocket(connectPlain(port, host), { ca, rejectUnauthorized })
  return new ClientRequest({ protocol: 'https:', ...options, defaultPort: PORT, createConnection }, callback)
}

export function get(input: string | URL | Options, ...rest: Rest): ClientRequest {
  return request(input, ...rest).end()
}

export { Agent, globalAgent }
export default { Agent, createServer, get, globalAgent, request, Server }
