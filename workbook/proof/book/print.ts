import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserServer, chromium, type Page } from 'playwright-core'
import site from '../../../docs/.vitepress/config.ts'
import { ROOT } from '../../curriculum/paths.ts'
import { buildSite } from '../site/build.ts'
import { serveFolder } from '../site/serve-folder.ts'
import { assemble } from './assemble.ts'
import { chapters } from './chapters.ts'
import { freezeAll } from './freeze.ts'
import { type PrintedBook, readPdf } from './pdf.ts'

const NAME = 'libro.html'
const A4_PIXELS = { width: 660, height: 1000 }

/** The book, and what is known of its pages. */
export interface Printed {
  pdf: Buffer
  book: PrintedBook
}

/**
 * Prints the whole site as one PDF with a browser. It is built, unless `SITIO_CONSTRUIDO` says in which folder it
 * already is.
 */
export async function printBook(server: BrowserServer): Promise<Printed> {
  const built = process.env.SITIO_CONSTRUIDO
  const folder = built ?? mkdtempSync(join(tmpdir(), 'cuaderno-libro-'))
  try {
    if (!built) await buildSite(folder)
    return await printFolder(server, folder)
  } finally {
    if (!built) rmSync(folder, { recursive: true })
  }
}

async function printFolder(server: BrowserServer, folder: string): Promise<Printed> {
  const host = await serveFolder(folder)
  const url = `http://127.0.0.1:${(host.address() as AddressInfo).port}`
  const browser = await chromium.connect(server.wsEndpoint())
  try {
    const context = await browser.newContext({
      viewport: A4_PIXELS,
      colorScheme: 'light',
      locale: 'es',
      reducedMotion: 'reduce',
      serviceWorkers: 'block',
    })
    const page = await context.newPage()
    const styleSheet = readdirSync(join(folder, 'assets')).find((name) => /^style\..*\.css$/.test(name))
    const parts = {
      cover: { title: site.title ?? '', description: site.description ?? '', version: versionOf() },
      chapters: await freezeAll(page, url, chapters()),
      styleSheet: `/assets/${styleSheet}`,
    }
    const show = (html: string) => print(page, url, html)
    // Where each section falls is known once it is printed: the second time, the contents say it.
    const { book } = await show(assemble(parts))
    return await show(assemble({ ...parts, pageOf: book.pageOf }))
  } finally {
    await browser.close()
    host.closeAllConnections()
    host.close()
  }
}

async function print(page: Page, url: string, html: string): Promise<Printed> {
  const address = `${url}/${NAME}`
  await page.route(address, (route) => route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' }))
  await page.goto(address)
  await page.evaluate('document.fonts.ready.then(() => undefined)')
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, outline: true, tagged: true })
  await page.unroute(address)
  return { pdf, book: readPdf(pdf) }
}

function versionOf(): string {
  return JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')).version
}
