import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { send, whyNot } from './send.ts'

let server: Server
let origin: string

beforeAll(async () => {
  server = createServer(async (req, res) => {
    const { authorization, 'content-type': type } = req.headers
    const seen = { method: req.method, url: req.url, authorization, type, body: await text(req) }
    res.writeHead(201, { 'www-authenticate': 'Bearer' }).end(JSON.stringify(seen))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => void server.close())

const LABEL = { label: 'de prueba' }

test('sends what was prepared and gives status, headers and body', async () => {
  const { status, headers, body } = await send({ ...LABEL, method: 'GET', path: '/perfil' }, origin, {})
  expect(status).toBe(201)
  expect(headers['www-authenticate']).toBe('Bearer')
  expect(JSON.parse(body)).toEqual({ method: 'GET', url: '/perfil', body: '' })
})

test.each([
  ['an object as JSON', { email: 'ana' }, '{"email":"ana"}'],
  ['a text as it is', '{"email":', '{"email":'],
])('sends %s', async (_what, body, sent) => {
  const answer = await send({ ...LABEL, method: 'POST', path: '/login', body }, origin, {})
  expect(JSON.parse(answer.body)).toMatchObject({ method: 'POST', type: 'application/json', body: sent })
})

test('carries a token', async () => {
  const answer = await send({ ...LABEL, method: 'GET', path: '/' }, origin, { token: 'aaa' })
  expect(JSON.parse(answer.body).authorization).toBe('Bearer aaa')
})

test('rejects if nobody listens', async () => {
  const nobody = 'http://127.0.0.1:1'
  await expect(send({ ...LABEL, method: 'GET', path: '/' }, nobody, {})).rejects.toThrow()
})

test.each([
  ['hangs up', true, 'El servidor cerró la conexión sin responder'],
  ['does not listen', false, 'El servidor ya no escucha en esa dirección'],
])('says in Spanish why there is no answer from whoever %s', async (_who, hangsUp, why) => {
  const silent = createServer(() => silent.closeAllConnections())
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
  const { port } = silent.address() as AddressInfo
  if (!hangsUp) silent.close()
  const error = await send({ ...LABEL, method: 'GET', path: '/' }, `http://127.0.0.1:${port}`, {}).catch(
    (e) => e,
  )
  silent.close()
  expect(whyNot(error)).toBe(why)
})
