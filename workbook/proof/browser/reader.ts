import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeEach, inject } from 'vitest'
import { connectEngine } from './engine.ts'

export const PHONE = { width: 360, height: 740 }
export const LAPTOP = { width: 1280, height: 800 }

/** Whether the tests run in Firefox, and not in Chromium. */
export const IN_FIREFOX = Boolean(inject('inFirefox'))

let browser: Browser | undefined

beforeEach(({ skip }) => skip(!inject('browser'), 'no browser'))

afterAll(async () => {
  await browser?.close()
})

/** A page of the site, as somebody gets it who opens it for the first time: nobody else's localStorage. */
export async function openPage(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  browser ??= await connectEngine(inject('browser') ?? '', IN_FIREFOX)
  const context = await browser.newContext({
    viewport: LAPTOP,
    baseURL: inject('site'),
    locale: 'es',
    reducedMotion: 'reduce',
    // After three seconds it would bring the whole site, for each reader again.
    serviceWorkers: 'block',
    ...options,
  })
  const page = await context.newPage()
  await page.goto(path)
  return page
}

/** Goes to the glossary and back. The address changes before the page does: it waits for what each page says. */
export async function leaveAndComeBack(page: Page): Promise<void> {
  const title = page.getByRole('heading', { level: 1 })
  const left = await title.innerText()
  await page.getByRole('link', { name: 'Glosario', exact: true }).first().click()
  await title.filter({ hasText: 'Glosario' }).waitFor()
  await page.goBack()
  await title.filter({ hasText: left }).waitFor()
}
