import { existsSync } from 'node:fs'
import type { AddressInfo, Server } from 'node:net'
import { join } from 'node:path'
import { BASE } from '../../../docs/.vitepress/publishing/address.ts'
import { SITE } from '../../session/site/site.ts'
import { TEXTS } from '../commands/texts.ts'
import { serveFolder } from './serve-folder.ts'

const BUILT = join(SITE, '.vitepress', 'dist')
const FIRST_PORT = 4173
const ATTEMPTS = 20

/** Serves the built site, to this machine only, on the first free port from 4173. Returns its exit code. */
export async function preview(folder = BUILT): Promise<number> {
  if (!existsSync(join(folder, 'index.html'))) {
    console.error(TEXTS.notBuilt)
    return 1
  }
  const { port } = (await serveNear(FIRST_PORT, folder)).address() as AddressInfo
  console.log(TEXTS.previewAt(`http://127.0.0.1:${port}${BASE}`))
  return new Promise(() => {})
}

/** Serves a built site on that port or, while it is taken, on the next. */
export async function serveNear(port: number, folder: string, attempts = ATTEMPTS): Promise<Server> {
  try {
    return await serveFolder(folder, { port, base: BASE })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || attempts === 0) throw error
    return serveNear(port + 1, folder, attempts - 1)
  }
}
