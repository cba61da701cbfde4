import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { afterAll, beforeEach, inject } from 'vitest'
import { connectEngine } from './engine.ts'

export const PHONE = { width: 360, height: 740 }
export const LAPTOP = { width: 1280, height: 800 }
/** What a widget is used in: the two that differ most. */
export const LOOKS = [
  { viewport: PHONE, colorScheme: 'light' },
  { viewport: LAPTOP, colorScheme: 'dark' },
] as const

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

/** A page of the site, and in sight the widget of that name. */
export async function openWidget(
  path: string,
  name: string,
  options?: BrowserContextOptions,
): Promise<{ page: Page; widget: Locator }> {
  const page = await openPage(path, options)
  const widget = page.locator(`[data-widget="${name}"]`)
  await widget.scrollIntoViewIfNeeded()
  return { page, widget }
}

/** Waits until a widget announces it, and returns all that it says there. */
export async function hear(widget: Locator, text: string | RegExp): Promise<string> {
  const heard = widget.locator('[aria-live]').filter({ hasText: text }).last()
  await heard.waitFor()
  return heard.innerText()
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

/** By how many pixels the page is wider than its window. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
}
