import { readFileSync } from 'node:fs'
import { chromium, type Page } from 'playwright-core'
import site from '../../../docs/.vitepress/config.ts'
import { ROOT } from '../../curriculum/paths.ts'
import { assemble } from './assemble.ts'
import { chapters } from './chapters.ts'
import { freezeAll } from './freeze.ts'
import { type PrintedBook, readPdf } from './pdf.ts'

const NAME = 'libro.html'
const SHEET = { width: 660, height: 1000 }

/** The book, and what is known of its pages. */
export interface Printed {
  pdf: Buffer
  book: PrintedBook
}

/** Prints a served site, of this address without a final slash, as one PDF, with the browser at an endpoint. */
export async function printBook(endpoint: string, url: string): Promise<Printed> {
  const browser = await chromium.connect(endpoint)
  try {
    const context = await browser.newContext({
      viewport: SHEET,
      colorScheme: 'light',
      locale: 'es',
      reducedMotion: 'reduce',
      serviceWorkers: 'block',
    })
    const page = await context.newPage()
    const frozen = await freezeAll(page, url, chapters())
    const styleSheet = await page.locator('link[rel~="stylesheet"][href*="/style."]').getAttribute('href')
    const parts = { cover: cover(), chapters: frozen, styleSheet: styleSheet ?? '' }
    // Where each section falls is known once it is printed: the second time, the contents say it.
    const { book } = await print(page, url, assemble(parts))
    return await print(page, url, assemble({ ...parts, pageOf: book.pageOf }))
  } finally {
    await browser.close()
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

function cover() {
  const { version } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8'))
  return { title: site.title ?? '', description: site.description ?? '', version }
}
