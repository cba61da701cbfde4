import { once } from 'node:events'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import express from 'express'

/** Serves a built site as a host of static files does: pages without `.html`, and a 404 page. */
export async function serveFolder(folder: string, headers: Record<string, string> = {}): Promise<Server> {
  const app = express()
  app.use((_req, res, next) => {
    res.set(headers)
    next()
  })
  app.use(express.static(folder, { extensions: ['html'] }))
  app.use((_req, res) => res.status(404).sendFile(join(folder, '404.html')))
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

/** Serves it compressed, as most hosts do. What is in the folder is replaced by what is sent. */
export function serveCompressed(folder: string): Promise<Server> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name))
  for (const path of paths.filter((path) => statSync(path).isFile()))
    writeFileSync(path, gzipSync(readFileSync(path)))
  return serveFolder(folder, { 'Content-Encoding': 'gzip' })
}
