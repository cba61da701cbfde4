import { existsSync } from 'node:fs'
import { type BrowserServer, chromium, type LaunchOptions } from 'playwright-core'

// Debian's, and then what people have: nothing is downloaded.
const DEBIAN = '/usr/bin/chromium'
const CHANNELS = ['chrome', 'msedge', 'chromium']

// Without a sandbox: containers have none, and it opens nothing but our own pages.
const OPTIONS: LaunchOptions = {
  chromiumSandbox: false,
  args: ['--disable-gpu', '--disable-background-networking'],
}

/** Starts the first Chromium of this machine. Throws if it has none. */
export async function launchBrowser(): Promise<BrowserServer> {
  if (existsSync(DEBIAN)) return chromium.launchServer({ ...OPTIONS, executablePath: DEBIAN })
  for (const channel of CHANNELS) {
    const server = await chromium.launchServer({ ...OPTIONS, channel }).catch(() => undefined)
    if (server) return server
  }
  throw new Error('No hay ningún Chromium: instala Chrome, Edge o el paquete chromium de tu sistema')
}
