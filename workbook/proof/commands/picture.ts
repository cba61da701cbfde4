import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { ROOT } from '../../curriculum/paths.ts'
import { findBrowser, NO_BROWSER } from '../browser/launch.ts'
import { buildSite } from '../site/build.ts'
import { serveFolder } from '../site/serve-folder.ts'
import { TEXTS } from './texts.ts'

/** A lesson with its laboratory beside the text. */
const PAGE = '/lecciones/03-expiracion?resolver'
const SIZE = { width: 1200, height: 600 }
const LOOKS = { claro: 'light', oscuro: 'dark' } as const
const PICTURES = join(ROOT, 'docs', 'imagenes')

/** `npm run imagen [built site]`: for authors, takes the pictures of the README: a lesson and its laboratory. */
export async function picture([built]: string[]): Promise<number> {
  const options = await findBrowser()
  if (!options) throw new Error(NO_BROWSER)
  const folder = built ?? mkdtempSync(join(tmpdir(), 'cuaderno-imagen-'))
  if (!built) await buildSite(folder)
  const server = await serveFolder(folder)
  const browser = await chromium.launch(options)
  try {
    mkdirSync(PICTURES, { recursive: true })
    const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    for (const [name, look] of Object.entries(LOOKS)) {
      const path = join(PICTURES, `laboratorio-${name}.png`)
      await take(browser, site, look, path)
      console.log(TEXTS.pictureTaken(relative(ROOT, path), statSync(path).size))
    }
    return 0
  } finally {
    await browser.close()
    server.closeAllConnections()
    server.close()
    if (!built) rmSync(folder, { recursive: true })
  }
}

async function take(browser: Browser, site: string, colorScheme: 'light' | 'dark', path: string) {
  const context = await browser.newContext({ viewport: SIZE, colorScheme, serviceWorkers: 'block' })
  const page = await context.newPage()
  await page.goto(site + PAGE)
  // It opens by itself and tells, to a screen reader too, the result of what it starts with.
  const said = page.locator('.resultado [aria-live]').filter({ hasText: /./ })
  await said.first().waitFor({ state: 'attached', timeout: 120_000 })
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' })
  await context.close()
}
