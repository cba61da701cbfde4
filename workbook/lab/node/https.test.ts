import { X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import * as realHttps from 'node:https'
import type { AddressInfo } from 'node:net'
import { beforeAll, describe, expect, test } from 'vitest'
import * as shimHttp from './http.ts'
import * as shimHttps from './https.ts'
import * as net from './net.ts'
import { generate } from './selfsigned.ts'

const DAY = 24 * 60 * 60 * 1000
const NAMES = [
  { type: 2, value: 'localhost' },
  { type: 7, ip: '127.0.0.1' },
]

let identity: { cert: string; key: string }

beforeAll(async () => {
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'localhost' }], {
    notBeforeDate: new Date(Date.now() - DAY),
    notAfterDate: new Date(Date.now() + DAY),
    extensions: [{ name: 'subjectAltName', altNames: NAMES }],
  })
  identity = { cert, key }
})

describe('a certificate', () => {
  test('is one that Node reads and that its own key signed', () => {
    const cert = new X509Certificate(identity.cert)
    expect(cert.verify(cert.publicKey)).toBe(true)
    expect([cert.subject, cert.subjectAltName]).toEqual([
      'CN=localhost',
      'DNS:localhost, IP Address:127.0.0.1',
    ])
    expect(Date.parse(cert.validTo) - Date.parse(cert.validFrom)).toBe(2 * DAY)
  })

  test('serves for Node’s own TLS', async () => {
    const server = realHttps.createServer(identity, (_req, res) => res.end('hola')).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const request = realHttps.get({ port, host: '127.0.0.1', ca: identity.cert, agent: false })
    const [response] = await once(request, 'response')
    expect(response.statusCode).toBe(200)
    response.resume()
    server.close()
  })
})

describe('https', () => {
  async function serve() {
    const server = shimHttps.createServer(identity, (_req, res) => void res.end('secreto'))
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    return { server, port: server.address()?.port ?? 0 }
  }

  async function read(request: shimHttp.ClientRequest) {
    const [response] = await once(request, 'response')
    let text = ''
    for await (const chunk of response) text += chunk
    return text
  }

  test('answers whoever trusts its certificate, and a spy reads nothing', async () => {
    const { server, port } = await serve()
    let seen = ''
    const spy = net.createServer({}, (client) => {
      const real = net.connect(port)
      client.on('data', (bytes) => (seen += bytes.toString('latin1'))).pipe(real)
      real.on('data', (bytes) => (seen += bytes.toString('latin1'))).pipe(client)
    })
    spy.listen(0)
    await once(spy, 'listening')
    const request = shimHttps.get({ port: spy.address()?.port, host: '127.0.0.1', ca: identity.cert })
    expect(await read(request)).toBe('secreto')
    expect(seen).toContain('BEGIN CERTIFICATE')
    expect(seen).not.toMatch(/secreto|HTTP/)
    server.close()
    spy.close()
  })

  test('is refused by whoever does not know its certificate', async () => {
    const { server, port } = await serve()
    const [error] = await once(shimHttps.get({ port, host: '127.0.0.1' }), 'error')
    expect(error).toMatchObject({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT', message: 'self-signed certificate' })
    server.close()
  })

  test('is refused if another key signs in the name of its certificate', async () => {
    const { key } = identity
    const other = await generate([{ name: 'commonName', value: 'localhost' }], {
      notBeforeDate: new Date(),
      notAfterDate: new Date(Date.now() + DAY),
      extensions: [],
    })
    const server = shimHttps.createServer(
      { cert: identity.cert, key: other.private },
      (_req, res) => void res.end(),
    )
    server.listen(0)
    await once(server, 'listening')
    const request = shimHttps.get({ port: server.address()?.port, host: '127.0.0.1', ca: identity.cert })
    const [error] = await once(request, 'error')
    expect(error.message).toContain('bad signature')
    expect(key).not.toBe(other.private)
    server.close()
  })

  test('hangs up on plain HTTP', async () => {
    const { server, port } = await serve()
    const [error] = await once(shimHttp.get({ port, host: '127.0.0.1' }), 'error')
    expect(error.code).toBe('ECONNRESET')
    server.close()
  })
})
