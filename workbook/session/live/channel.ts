import type { IncomingMessage, ServerResponse } from 'node:http'
import type { LiveStatus } from '../../verdict/result-view.ts'

const HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
}
const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/

/** Tells the pages that listen how the session is, as Server-Sent Events (WHATWG HTML §9.2). */
export class LiveChannel {
  readonly #pages = new Set<ServerResponse>()
  #event = ''

  /** How many pages listen. */
  get listeners(): number {
    return this.#pages.size
  }

  /** Tells all of them, and whoever comes later. */
  publish(status: LiveStatus): void {
    this.#event = `data: ${JSON.stringify(status)}\n\n`
    for (const page of this.#pages) page.write(this.#event)
  }

  /** Answers a page that wants to listen. Nothing that a request says changes the session. */
  handle = (req: IncomingMessage, res: ServerResponse): void => {
    if (!isOwnPage(req)) return void res.writeHead(403).end()
    if (req.method !== 'GET') return void res.writeHead(405, { Allow: 'GET' }).end()
    res.writeHead(200, HEADERS)
    res.flushHeaders()
    res.write(this.#event)
    this.#pages.add(res)
    res.once('close', () => this.#pages.delete(res))
  }
}

/**
 * Whether it was a page of this very site that asked. What a learner does in their editor is nobody else's
 * business, and any site that they visit can send requests to their machine. A browser says in
 * `Sec-Fetch-Site` (W3C Fetch Metadata) and in `Origin` where the page comes from; neither accuses a site
 * whose name was made to point here (DNS rebinding), but then `Host` is not a name of this machine. Vite's own
 * CORS rule is not enough: it lets in every port of the machine, the learner's app among them.
 */
function isOwnPage({ headers }: IncomingMessage): boolean {
  const { host = '', origin = `http://${host}`, 'sec-fetch-site': site = 'same-origin' } = headers
  return LOOPBACK.test(host) && site === 'same-origin' && origin === `http://${host}`
}
