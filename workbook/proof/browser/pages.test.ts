import type { Page } from 'playwright-core'
import { describe, expect, inject, test } from 'vitest'
import { findBarriers } from './axe.ts'
import { IN_FIREFOX, LAPTOP, openPage, overflowOf, PHONE } from './reader.ts'
import { PAGES } from './site-pages.ts'

const LOOKS = [
  { viewport: PHONE, colorScheme: 'dark' },
  { viewport: LAPTOP, colorScheme: 'light' },
  { viewport: PHONE, colorScheme: 'light' },
  { viewport: LAPTOP, colorScheme: 'dark' },
] as const

/** All of them, or by turns one for each page. */
function looksOf(path: string): readonly (typeof LOOKS)[number][] {
  const turn = PAGES.indexOf(path) % LOOKS.length
  return inject('inOneLook') ? LOOKS.slice(turn, turn + 1) : LOOKS
}

/** Opens a page and keeps what it says in the console, what it asks of other hosts, and its errors. */
async function listenTo(path: string): Promise<{ page: Page; complaints: string[] }> {
  const page = await openPage('about:blank')
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  // Firefox keeps to itself what it refuses.
  await page.addInitScript(
    "addEventListener('securitypolicyviolation', (event) => console.error(event.violatedDirective))",
  )
  page.on('pageerror', ({ message }) => complaints.push(message))
  page.on('request', (request) => {
    const { protocol, hostname, href } = new URL(request.url())
    if (protocol !== 'data:' && hostname !== '127.0.0.1') complaints.push(`asks for ${href}`)
  })
  await page.goto(path)
  await page.locator('.VPContent').waitFor()
  // Widgets are loaded when they are about to be seen.
  for (const widget of await page.locator('[data-widget]').all()) await widget.scrollIntoViewIfNeeded()
  await page.locator('[data-widget] .con-script').first().waitFor({ state: 'detached' })
  // A colour half-way between two themes is nobody's.
  await page.addStyleTag({ content: '*, ::before, ::after { transition: none !important }' })
  return { page, complaints }
}

/** Tables that have to be scrolled sideways, by what they begin with. */
function cutTables(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const tables = [...document.querySelectorAll('.vp-doc table')]
    const cut = tables.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
    return cut.map(({ textContent }) => textContent.trim().slice(0, 50))
  })
}

describe.concurrent('every page', { timeout: 120_000 }, () => {
  test.each(PAGES)(
    '%s has no error, no barrier, no other host and nothing wider than the screen',
    async (path) => {
      const { page, complaints } = await listenTo(path)
      for (const { viewport, colorScheme } of looksOf(path)) {
        await page.setViewportSize(viewport)
        await page.emulateMedia({ colorScheme })
        const look = `${viewport.width} px, ${colorScheme}`
        expect(await findBarriers(page), look).toEqual([])
        expect(await overflowOf(page), look).toBeLessThanOrEqual(0)
        expect(await cutTables(page), look).toEqual([])
      }
      // The narrowest screen that WCAG 1.4.10 asks for (Firefox takes its scroll bar from it); and beside the menu,
      // where the text of a wide one is narrowest.
      for (const width of [IN_FIREFOX ? 332 : 320, 960]) {
        await page.setViewportSize({ width, height: 800 })
        expect(await cutTables(page), `${width} px`).toEqual([])
        expect(await overflowOf(page), `${width} px`).toBeLessThanOrEqual(0)
      }
      expect(complaints).toEqual([])
      // One that stays open goes on working while the others are looked at.
      await page.context().close()
    },
  )
})
