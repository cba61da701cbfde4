import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename } from 'node:path'

const NAME = 'create-cuaderno-jwt'
const VERSION = /-(\d[^/]*)\.tgz$/

/** A registry of this machine with the versions of one package, for npm to bring without a network. */
export class LocalRegistry {
  readonly #server: Server
  readonly #packages = new Map<string, string>()

  private constructor() {
    this.#server = createServer(({ url = '' }, response) => {
      if (url.endsWith('.tgz'))
        return void response.end(readFileSync(this.#packages.get(versionIn(url)) ?? ''))
      const known = url === `/${NAME}` && this.#packages.size > 0
      response.writeHead(known ? 200 : 404, { 'Content-Type': 'application/json' })
      response.end(JSON.stringify(known ? this.#document() : { error: 'Not found' }))
    })
  }

  static async open(): Promise<LocalRegistry> {
    const registry = new LocalRegistry()
    await new Promise<void>((resolve) => registry.#server.listen(0, '127.0.0.1', resolve))
    return registry
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  /** Publishes the version that a package has in its name: the last one is the newest. */
  publish(path: string): void {
    this.#packages.set(versionIn(path), path)
  }

  close(): void {
    this.#server.close()
    this.#server.closeAllConnections()
  }

  #document(): object {
    const versions = [...this.#packages].map(([version, path]) => [
      version,
      {
        name: NAME,
        version,
        bin: { [NAME]: 'create.cjs' },
        dist: { tarball: `${this.url}/${basename(path)}` },
      },
    ])
    const latest = [...this.#packages.keys()].at(-1)
    return { name: NAME, 'dist-tags': { latest }, versions: Object.fromEntries(versions) }
  }
}

function versionIn(path: string): string {
  return VERSION.exec(path)?.[1] ?? ''
}
