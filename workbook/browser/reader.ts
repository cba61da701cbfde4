import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, inject } from 'vitest'

export const PHONE = { width: 360, height: 740 }
export const LAPTOP = { width: 1280, height: 800 }

let browser: Browser | undefined

afterAll(async () => {
  await browser?.close()
})

/** A page of the site, as somebody gets it who opens it for the first time: nobody else's localStorage. */
export async function openPage(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  browser ??= await chromium.connect(inject('browser'))
  const context = await browser.newContext({
    viewport: LAPTOP,
    baseURL: inject('site'),
    locale: 'es',
    reducedMotion: 'reduce',
    ...options,
  })
  const page = await context.newPage()
  await page.goto(path)
  return page
}
