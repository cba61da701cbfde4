import type { AddressInfo } from 'node:net'
import * as realNet from 'node:net'
import { describe, expect, test } from 'vitest'
import * as shimNet from './net.ts'

type Net = typeof realNet
const NETS: [string, Net][] = [
  ['Node', realNet],
  ['the shim', shimNet as never],
]

describe.each(NETS)('net of %s', (_name, net) => {
  test('carries bytes both ways and tells when they end', async () => {
    const server = net.createServer((socket) => socket.on('data', (chunk) => socket.end(`eco ${chunk}`)))
    await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done))
    const heard = await new Promise((resolve) => {
      const socket = net.connect((server.address() as AddressInfo).port, '127.0.0.1', () =>
        socket.write('hola'),
      )
      let text = ''
      socket.on('data', (chunk) => {
        text += chunk
      })
      socket.on('close', () => resolve(text))
    })
    expect(heard).toBe('eco hola')
    await new Promise((done) => server.close(done))
  })

  test('refuses a connection to a port where nobody listens', async () => {
    const error = await new Promise<NodeJS.ErrnoException>((resolve) =>
      net.connect(1, '127.0.0.1').on('error', resolve),
    )
    expect([error.code, error.message]).toEqual(['ECONNREFUSED', 'connect ECONNREFUSED 127.0.0.1:1'])
  })

  test('refuses to listen twice on one port', async () => {
    const first = net.createServer().listen(0, '127.0.0.1')
    await new Promise((done) => first.once('listening', done))
    const { port } = first.address() as AddressInfo
    const error = await new Promise<NodeJS.ErrnoException>((resolve) =>
      net.createServer().on('error', resolve).listen(port, '127.0.0.1'),
    )
    expect([error.code, error.message]).toEqual([
      'EADDRINUSE',
      `listen EADDRINUSE: address already in use 127.0.0.1:${port}`,
    ])
    first.close()
  })

  test.each(['127.0.0.1', '256.0.0.1', '1.2.3', '1.2.3.4.', '::1', '::ffff:10.0.0.1', ':', 'localhost', ''])(
    'tells what kind of address %j is',
    (address) => {
      expect(net.isIP(address)).toBe(realNet.isIP(address))
    },
  )
})
