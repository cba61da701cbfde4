import * as realHttp from 'node:http'
import type { AddressInfo } from 'node:net'
import * as realNet from 'node:net'
import { describe, expect, test } from 'vitest'
import * as shimHttp from './http.ts'
import * as shimNet from './net.ts'

type Http = typeof realHttp
type Net = typeof realNet
type Handler = realHttp.RequestListener

interface Answer {
  status?: number
  reason?: string
  headers?: realHttp.IncomingHttpHeaders
  body?: string
  error?: string
}

/** What a client hears of a server with this handler, by Node or by the shim. */
async function ask(
  http: Http,
  handler: Handler,
  options: realHttp.RequestOptions = {},
  sent?: string,
): Promise<Answer> {
  const server = http.createServer(handler)
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  try {
    return await new Promise<Answer>((resolve) => {
      const request = http.request({ port, host: '127.0.0.1', agent: false, ...options }, (response) => {
        const { statusCode: status, statusMessage: reason, headers } = response
        let body = ''
        response.on('data', (chunk) => {
          body += chunk
        })
        response.on('error', ({ message }) => resolve({ status, error: message, body }))
        response.on('end', () =>
          resolve({ status, reason, headers: { ...headers, date: typeof headers.date }, body }),
        )
      })
      request.on('error', ({ message }) => resolve({ error: message }))
      request.end(sent)
    })
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

const CASES: [string, Handler, realHttp.RequestOptions?, string?][] = [
  ['a text', (_req, res) => res.end('hola')],
  ['nothing at all', (_req, res) => res.end()],
  ['pieces', (_req, res) => ['ho', 'la'].every((piece) => res.write(piece)) && res.end('!')],
  ['a head of its own', (_req, res) => res.writeHead(418, { 'X-Uno': '1' }).end('té')],
  ['a reason of its own', (_req, res) => res.writeHead(200, 'Muy bien').end()],
  [
    'the same header twice',
    (_req, res) => res.setHeader('Set-Cookie', ['a=1', 'b=2']).appendHeader('Vary', 'A').end(),
  ],
  ['no content', (_req, res) => res.writeHead(204).end('nada')],
  ['a HEAD', (_req, res) => res.end('hola'), { method: 'HEAD' }],
  ['not modified', (_req, res) => res.writeHead(304).end()],
  ['its own length', (_req, res) => res.setHeader('Content-Length', 4).end('hola')],
  [
    'what it got',
    echo,
    { method: 'POST', path: '/a?b=1', headers: { 'X-Uno': '1', Accept: ['a', 'b'] } },
    'cuerpo ñ',
  ],
  ['a header that is named as something every object has', echo, { headers: { constructor: 'x' } }],
  ['credentials', echo, { auth: 'ana:clave' }],
  ['a connection that it closes', (_req, res) => res.setHeader('Connection', 'close').end('adiós')],
  ['nothing and hangs up', (req) => req.socket.destroy()],
  ['half of it and hangs up', (_req, res) => res.write('mitad', () => setTimeout(() => res.destroy(), 20))],
  ['all of it and hangs up', (_req, res) => res.end('todo').req.socket.destroy()],
]

function echo(req: realHttp.IncomingMessage, res: realHttp.ServerResponse) {
  let body = ''
  req.on('data', (chunk) => {
    body += chunk
  })
  req.on('end', () => {
    const { method, url, headers, headersDistinct } = req
    const heard = [headers, headersDistinct].map((headers) => ({ ...headers, host: '' }))
    res.end(JSON.stringify({ method, url, heard, body }))
  })
}

describe('a server answers as Node’s', () => {
  test.each(CASES)('with %s', async (_what, handler, options, sent) => {
    const mine = await ask(shimHttp as never, handler, options, sent)
    expect(mine).toEqual(await ask(realHttp, handler, options, sent))
  })
})

describe('misuse of a response throws as Node’s', () => {
  test.each([
    ['a header after the head', (res: realHttp.ServerResponse) => res.writeHead(200).setHeader('a', '1')],
    ['a second head', (res: realHttp.ServerResponse) => res.writeHead(200).writeHead(200)],
    ['a status that is none', (res: realHttp.ServerResponse) => res.writeHead(99)],
    ['a bad name', (res: realHttp.ServerResponse) => res.setHeader('a b', '1')],
    ['a line break in a value', (res: realHttp.ServerResponse) => res.setHeader('a', 'x\r\ny')],
    ['a header without value', (res: realHttp.ServerResponse) => res.setHeader('a', undefined as never)],
  ])('for %s', async (_what, misuse) => {
    const handler: Handler = (_req, res) => {
      let said: unknown = 'nothing'
      try {
        misuse(res)
      } catch (error) {
        const { name, message, code } = error as NodeJS.ErrnoException
        said = { name, message, code }
      }
      res.end(JSON.stringify(said))
    }
    const mine = await ask(shimHttp as never, handler)
    expect(mine.body).toBe((await ask(realHttp, handler)).body)
  })
})

describe('bytes that are no HTTP', () => {
  const send = (net: Net, http: Http, bytes: string) =>
    new Promise<string>((resolve) => {
      const server = http
        .createServer((_req, res) => res.end())
        .listen(0, '127.0.0.1', () => {
          const socket = net.connect((server.address() as AddressInfo).port, '127.0.0.1')
          let heard = ''
          socket.on('data', (chunk) => {
            heard += chunk
          })
          socket.on('error', () => {}).on('close', () => resolve(heard))
          socket.on('close', () => server.close())
          socket.write(bytes)
        })
    })

  test.each([
    ['nonsense', 'esto no es HTTP\r\n\r\n'],
    ['headers that do not fit', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`],
  ])('are refused as by Node: %s', async (_what, bytes) => {
    expect(await send(shimNet as never, shimHttp as never, bytes)).toBe(await send(realNet, realHttp, bytes))
  })
})

describe('what http knows', () => {
  test('are Node’s reasons', () => {
    expect(shimHttp.STATUS_CODES).toEqual(realHttp.STATUS_CODES)
  })

  test('are the methods that Express gives routes', () => {
    expect(realHttp.METHODS).toEqual(expect.arrayContaining([...shimHttp.METHODS]))
  })
})
