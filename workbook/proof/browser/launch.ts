import { existsSync } from 'node:fs'
import { type BrowserServer, chromium, type LaunchOptions } from 'playwright-core'

// Debian's, and then what people have: nothing is downloaded. The first of them has no windows, and opens a page
// in half of the time.
const DEBIAN = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium']
const CHANNELS = ['chrome', 'msedge', 'chromium']

/** What to tell whoever has none. */
export const NO_BROWSER = 'No hay ningún Chromium: instala Chrome, Edge o el paquete chromium de tu sistema'

/** What starts the first Chromium of this machine, if it has one. */
export async function findBrowser(): Promise<LaunchOptions | undefined> {
  // Without a sandbox: containers have none, and it opens nothing but our own pages.
  // And letters as wide as on a screen, which the one without windows rounds.
  const args = ['--disable-gpu', '--disable-background-networking', '--font-render-hinting=none']
  const options = { chromiumSandbox: false, args }
  const executablePath = DEBIAN.find((path) => existsSync(path))
  if (executablePath) return { ...options, executablePath }
  for (const channel of CHANNELS) {
    const browser = await chromium.launch({ ...options, channel }).catch(() => undefined)
    await browser?.close()
    if (browser) return { ...options, channel }
  }
  return undefined
}

/** Starts it. Throws if there is none. */
export async function launchBrowser(): Promise<BrowserServer> {
  const options = await findBrowser()
  if (!options) throw new Error(NO_BROWSER)
  return chromium.launchServer(options)
}
