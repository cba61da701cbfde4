import { once } from 'node:events'
import type { Server } from 'node:http'
import { join } from 'node:path'
import express from 'express'

interface Place {
  /** Any free one, if it is not told. */
  port?: number
  /** The path under which the site is served, between slashes. */
  base?: string
}

/**
 * Serves a built site to this machine as a host of static files does: pages without `.html`, and a 404 page.
 * Throws EADDRINUSE if the port is taken.
 */
export async function serveFolder(folder: string, { port = 0, base = '/' }: Place = {}): Promise<Server> {
  const app = express()
  app.use(base, express.static(folder, { extensions: ['html'] }))
  app.use((_req, res) => res.status(404).sendFile(join(folder, '404.html')))
  const server = app.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return server
}
