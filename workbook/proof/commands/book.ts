import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { printBook } from '../book/print.ts'
import { TEXTS } from '../book/texts.ts'
import { findBrowser, launchBrowser, NO_BROWSER } from '../browser/launch.ts'
import { buildSite } from '../site/build.ts'
import { serveFolder } from '../site/serve-folder.ts'

const FILE = 'cuaderno-jwt.pdf'

/**
 * `npm run libro [file]`: the whole site as one PDF. It is built, unless `SITIO_CONSTRUIDO` says in which folder it
 * already is. Returns the exit code.
 */
export async function book([file = FILE]: string[]): Promise<number> {
  if (!(await findBrowser())) {
    console.error(NO_BROWSER)
    return 1
  }
  const built = process.env.SITIO_CONSTRUIDO
  const folder = built ?? mkdtempSync(join(tmpdir(), 'cuaderno-libro-'))
  try {
    if (!built) await buildSite(folder)
    const { pdf, book } = await printFolder(folder)
    writeFileSync(file, pdf)
    console.log(TEXTS.written(book.pages, file))
    return 0
  } finally {
    if (!built) rmSync(folder, { recursive: true })
  }
}

async function printFolder(folder: string) {
  const [browser, host] = [await launchBrowser(), await serveFolder(folder)]
  try {
    const { port } = host.address() as AddressInfo
    return await printBook(browser.wsEndpoint(), `http://127.0.0.1:${port}`)
  } finally {
    await browser.close()
    host.closeAllConnections()
    host.close()
  }
}
