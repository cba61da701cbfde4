// node:http, over memory: real messages, written as bytes and read by a parser, between virtual ports.
// Tried before: unenv and vite-plugin-node-polyfills have an http that Express cannot be loaded with;
// light-my-request needs Node's own. So the two sides are written here (http-server.ts, http-client.ts),
// on readable-stream and http-parser-js.
import { HTTPParser } from 'http-parser-js'
import { Agent, ClientRequest, globalAgent, type RequestOptions, toOptions } from './http-client.ts'
import { IncomingMessage, OutgoingMessage, validateHeaderName, validateHeaderValue } from './http-message.ts'
import { maxHeaderSize } from './http-reader.ts'
import { createServer, Server, ServerResponse, STATUS_CODES } from './http-server.ts'

export const METHODS: readonly string[] = [...HTTPParser.methods].sort()

type Rest = [
  more?: RequestOptions | ((response: IncomingMessage) => void),
  callback?: (response: IncomingMessage) => void,
]

export function request(input: string | URL | RequestOptions, ...rest: Rest): ClientRequest {
  return new ClientRequest(...toOptions(input, ...rest))
}

export function get(input: string | URL | RequestOptions, ...rest: Rest): ClientRequest {
  return request(input, ...rest).end()
}

export {
  Agent,
  ClientRequest,
  createServer,
  globalAgent,
  IncomingMessage,
  maxHeaderSize,
  OutgoingMessage,
  Server,
  ServerResponse,
  STATUS_CODES,
  validateHeaderName,
  validateHeaderValue,
}

export default {
  Agent,
  ClientRequest,
  createServer,
  get,
  globalAgent,
  IncomingMessage,
  maxHeaderSize,
  METHODS,
  OutgoingMessage,
  request,
  Server,
  ServerResponse,
  STATUS_CODES,
  validateHeaderName,
  validateHeaderValue,
}
