import { describe, expect, test } from 'vitest'
import { findBarriers } from './axe.ts'
import { LAPTOP, openPage, PHONE } from './reader.ts'
import { PAGES } from './site-pages.ts'

const LOOKS = [PHONE, LAPTOP].flatMap((viewport) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ viewport, colorScheme })),
)

describe.each(LOOKS)('at $viewport.width px, $colorScheme', (look) => {
  test.each(PAGES)('%s has no console error, no barrier and nothing wider than the screen', async (path) => {
    const page = await openPage('about:blank', look)
    const said: string[] = []
    page.on('console', (message) => message.type() === 'error' && said.push(message.text()))
    page.on('pageerror', ({ message }) => said.push(message))
    await page.goto(path)
    // Widgets are loaded when they are about to be seen.
    for (const widget of await page.locator('.widget').all()) await widget.scrollIntoViewIfNeeded()
    await page.waitForLoadState('networkidle')
    expect(said).toEqual([])
    expect(await findBarriers(page)).toEqual([])
    const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
    expect(await page.evaluate(overflow)).toBeLessThanOrEqual(0)
  })
})

describe('a reader', () => {
  test.each(PAGES)('of %s asks nothing of another host', async (path) => {
    const page = await openPage('about:blank')
    const hosts = new Set<string>()
    page.on('request', (request) => hosts.add(new URL(request.url()).hostname))
    await page.goto(path, { waitUntil: 'networkidle' })
    expect([...hosts]).toEqual(['127.0.0.1'])
  })
})
