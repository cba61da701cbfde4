import { once } from 'node:events'
import type { Server } from 'node:http'
import { join } from 'node:path'
import express from 'express'

/** Serves a built site as a host of static files does: pages without `.html`, and a 404 page. */
export async function serveFolder(folder: string): Promise<Server> {
  const app = express()
  app.use(express.static(folder, { extensions: ['html'] }))
  app.use((_req, res) => res.status(404).sendFile(join(folder, '404.html')))
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}
