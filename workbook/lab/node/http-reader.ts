// Takes the bytes of a connection apart into HTTP messages, with the parser of the package
// http-parser-js, which was written to stand in for Node's own.
import { HTTPParser, type HTTPParserJS, type OnHeadersCompleteParser } from 'http-parser-js'
import { nodeError } from './errors.ts'
import { IncomingMessage } from './http-message.ts'
import type { Socket } from './net.ts'

/** What Node takes of headers, in bytes. */
export const maxHeaderSize = 16_384

HTTPParser.encoding = 'latin1'

interface Reading {
  kind: 'REQUEST' | 'RESPONSE'
  /** A message whose head is complete. Returns whether it has no body, whatever its head says. */
  onMessage(message: IncomingMessage): boolean
  /** Something that is no HTTP, or a connection that ends half-way. */
  onError(error: Error): void
}

/** Reads messages from a connection until it ends. */
export function readMessages(socket: Socket, { kind, onMessage, onError }: Reading): void {
  const parser = new HTTPParser(kind)
  let message: IncomingMessage | undefined
  parser.maxHeaderSize = maxHeaderSize
  parser[HTTPParser.kOnHeadersComplete] = (head) => {
    if (sizeOf(head.headers) > maxHeaderSize) throw new Error(OVERFLOW)
    message = toMessage(socket, head)
    return onMessage(message) ? 1 : 0
  }
  parser[HTTPParser.kOnBody] = (chunk, start, length) => {
    message?.push(chunk.subarray(start, start + length))
  }
  parser[HTTPParser.kOnMessageComplete] = () => {
    const whole = message
    message = undefined
    if (!whole) return
    whole.complete = true
    whole.push(null)
  }
  const check = (result: unknown) => {
    if (result instanceof Error) onError(explain(result))
  }
  socket.on('data', (bytes: Buffer) => check(execute(parser, bytes)))
  socket.on('end', () => check(parser.finish()))
}

const OVERFLOW = 'max header size exceeded'

/** It throws what its callbacks throw and returns its own errors. */
function execute(parser: HTTPParserJS, bytes: Buffer): unknown {
  try {
    return parser.execute(bytes)
  } catch (error) {
    return error
  }
}

function explain(error: Error & { code?: string }): Error {
  if (error.message === OVERFLOW) return nodeError('HPE_HEADER_OVERFLOW', 'Parse Error: Header overflow')
  return Object.assign(error, { code: error.code ?? 'HPE_INVALID_CONSTANT' })
}

function sizeOf(headers: readonly string[]): number {
  return headers.reduce((total, text) => total + text.length, 0)
}

type Head = Parameters<OnHeadersCompleteParser>[0]

function toMessage(socket: Socket, head: Head): IncomingMessage {
  const message = new IncomingMessage(socket)
  message.takeHeaders(head.headers)
  if (head.statusCode) {
    message.statusCode = head.statusCode
    message.statusMessage = head.statusMessage
  } else {
    message.method = HTTPParser.methods[head.method] ?? null
    message.url = head.url
  }
  return message
}
