import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type BrowserServer, firefox } from 'playwright-core'

interface Transport {
  onmessage?: (message: object) => void
  send: (message: { id: number; method: string }) => void
}

// Debian's and other systems'; elsewhere, Playwright knows where it is. Nothing is downloaded.
const PLACES = ['/usr/bin/firefox-esr', '/usr/bin/firefox']
const CHANNEL = 'moz-firefox'
// Playwright asks for it whenever it opens a page, and Firefox 153 has no such command.
const UNKNOWN_TO_FIREFOX = 'emulation.setMediaFeaturesOverride'

const NO_FIREFOX = 'No hay ningún Firefox: instala Firefox o el paquete firefox-esr de tu sistema'

/** Starts the Firefox of this machine, as people have it. Without one it says so; in CI there has to be one. */
export async function launchFirefox(): Promise<BrowserServer | undefined> {
  answerForFirefox()
  const executablePath = PLACES.find((path) => existsSync(path))
  // What other browsers are told of each context, this one is told as a whole.
  const options = { channel: CHANNEL, executablePath, firefoxUserPrefs: { 'ui.prefersReducedMotion': 1 } }
  if (executablePath) return firefox.launchServer(options)
  const server = await firefox.launchServer(options).catch(() => undefined)
  if (!server && process.env.CI) throw new Error(NO_FIREFOX)
  if (!server) console.log(`  Firefox queda sin probar. ${NO_FIREFOX}`)
  return server
}

/** Answers in Firefox's place what it does not know: without an answer, no page opens. */
function answerForFirefox(): void {
  const { server } = createRequire(import.meta.url)('playwright-core/lib/coreBundle')
  const transport: Transport = server.WebSocketTransport.prototype
  const { send } = transport
  transport.send = function (this: Transport, message) {
    if (message.method !== UNKNOWN_TO_FIREFOX) return send.call(this, message)
    queueMicrotask(() => this.onmessage?.({ id: message.id, type: 'success', result: {} }))
  }
}
