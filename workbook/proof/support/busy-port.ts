import { createServer } from 'node:net'

export interface BusyPort {
  port: number
  free(): void
}

/** Takes a port that nobody else may use meanwhile; a port that is taken already is busy all the same. */
export async function busyPort(port = 0): Promise<BusyPort> {
  const server = createServer()
  await new Promise<void>((resolve) => {
    server.once('error', () => resolve())
    server.listen(port, '127.0.0.1', resolve)
  })
  const address = server.address()
  const taken = typeof address === 'object' && address ? address.port : port
  return { port: taken, free: () => void server.close() }
}
