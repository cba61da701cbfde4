import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { expect, test } from 'vitest'
import { ROOT } from '../../curriculum/paths.ts'
import { serveNear } from './preview.ts'

test('serves to this machine only, and takes the next port while one is taken', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const server = await serveNear(port, ROOT)
  try {
    expect(server.address()).toMatchObject({ address: '127.0.0.1' })
    expect((server.address() as AddressInfo).port).toBeGreaterThan(port)
  } finally {
    server.close()
    other.close()
  }
})
