import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, inject } from 'vitest'

export const PHONE = { width: 360, height: 740 }
export const LAPTOP = { width: 1280, height: 800 }

let browser: Browser | undefined

// Each page has a context of its own: no test sees what another one left in localStorage.
afterEach(async () => {
  await Promise.all(browser?.contexts().map((context) => context.close()) ?? [])
})
afterAll(async () => {
  await browser?.close()
})

/** A page of the site, as somebody who opens it for the first time gets it. */
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
