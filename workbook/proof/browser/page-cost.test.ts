import { brotliCompressSync } from 'node:zlib'
import type { BrowserContextOptions, Page, Response } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { LAPTOP, openPage, PHONE } from './reader.ts'
import { PAGES } from './site-pages.ts'

const LESSON = '/lecciones/01-generar-el-token'
// What a page needs besides its own text, with Brotli; what it fetches for the next one does not count.
const HEAVIEST = 140_000
const WEIGHED = ['script', 'stylesheet', 'font']
// A reader sees no movement that is smaller (web.dev/cls gives 0.1 for good).
const MOST_SHIFT = 0.001
// Where another font stands in for so long, a button in bold moves by some pixels when ours comes.
const MOST_SHIFT_OF_FONTS = 0.01
const FONTS_LATE_MS = 1500
const SCRIPTS_LATE_MS = 500
const SETTLED_MS = 1500

const WATCH_SHIFTS = `window.shift = 0
new PerformanceObserver((list) => {
  for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) window.shift += value
}).observe({ type: 'layout-shift', buffered: true })`
const SOME_PROGRESS = `if (location.host) localStorage.setItem('cuaderno-jwt:progreso:1', '{"version":1,"solved":["01-generar-el-token"],"quizzes":[]}')`

/** Bytes of what a page asks for before anybody does anything, by kind. */
async function weigh(path: string): Promise<Record<string, number>> {
  const page = await openPage('about:blank')
  const responses: Response[] = []
  page.on('response', (response) => {
    const isForLater = response.request().headers().purpose ?? response.request().headers()['sec-purpose']
    if (!isForLater && WEIGHED.includes(response.request().resourceType())) responses.push(response)
  })
  await page.goto(path, { waitUntil: 'networkidle' })
  const weights: Record<string, number> = {}
  for (const response of responses) {
    const kind = response.request().resourceType()
    const body = await response.body()
    weights[kind] = (weights[kind] ?? 0) + (kind === 'font' ? body.length : brotliCompressSync(body).length)
  }
  await page.context().close()
  return weights
}

/** How much of a page moves by itself, as the layout shifts of Chromium count it. */
async function shiftOf(
  path: string,
  options: BrowserContextOptions,
  prepare: (page: Page) => Promise<unknown>,
) {
  const page = await openPage('about:blank', options)
  await page.addInitScript(WATCH_SHIFTS)
  await prepare(page)
  await page.goto(path, { waitUntil: 'networkidle' })
  await page.evaluate('document.fonts.ready.then(() => undefined)')
  await page.waitForTimeout(SETTLED_MS)
  const shift = await page.evaluate<number>('window.shift')
  await page.context().close()
  return shift
}

const late = (files: string, ms: number) => (page: Page) =>
  page.route(files, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, ms))
    await route.continue()
  })
const lateFonts = late('**/*.woff2', FONTS_LATE_MS)
const lateScripts = late('**/*.js', SCRIPTS_LATE_MS)

describe('a first visit', { timeout: 120_000 }, () => {
  test.each(PAGES)('to %s costs little', async (path) => {
    const weights = await weigh(path)
    const total = Object.values(weights).reduce((sum, one) => sum + one, 0)
    expect(total, JSON.stringify(weights)).toBeLessThanOrEqual(HEAVIEST)
  })

  const views = [LAPTOP, PHONE].flatMap((viewport) =>
    ['/', LESSON].map((path) => ({ path, width: viewport.width, viewport })),
  )
  test.each(views)('to $path moves nothing, $width px', async ({ path, viewport }) => {
    expect(await shiftOf(path, { viewport }, async () => {})).toBeLessThanOrEqual(MOST_SHIFT)
  })

  test.each(views)(
    'to $path moves hardly anything when its fonts are late, $width px',
    async ({ path, viewport }) => {
      expect(await shiftOf(path, { viewport }, lateFonts)).toBeLessThanOrEqual(MOST_SHIFT_OF_FONTS)
    },
  )

  // What these say first depends on who reads, and is not known before their scripts are there.
  test.each(['/', LESSON, '/repaso', '/inspector'])(
    'to %s moves nothing when its scripts are late, on a phone',
    async (path) => {
      expect(await shiftOf(path, { viewport: PHONE }, lateScripts)).toBeLessThanOrEqual(MOST_SHIFT)
    },
  )

  test.each([LAPTOP, PHONE])('moves nothing of the progress of who comes back: %o', async (viewport) => {
    expect(await shiftOf('/', { viewport }, (page) => page.addInitScript(SOME_PROGRESS))).toBeLessThanOrEqual(
      MOST_SHIFT,
    )
  })
})
