import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { openPage } from './reader.ts'

// An A4 sheet between its margins, at 96 pixels an inch.
const SHEET = { width: 718, height: 1000 }

const PAGES = ['/', '/como-usar', '/lecciones/02-proteger-rutas', '/lecciones/05-revocar-tokens', '/resumen']

/** Opens a page in the dark theme as it is printed. */
async function printed(path: string): Promise<Page> {
  const page = await openPage(path, { colorScheme: 'dark', viewport: SHEET })
  await page.locator('html.dark').waitFor()
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await page.locator('html:not(.dark)').waitFor()
  return page
}

// What is on the paper and should not be: what is pressed, what only waits, and lines that are cut.
const FAULTS = `(() => {
  const shown = (node) => node.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true })
  const all = (selector) => [...document.querySelectorAll(selector)].filter(shown)
  return [
    ...all('button, select, nav').map((node) => 'pressed: ' + node.textContent.trim()),
    ...all('p').filter((node) => node.textContent.includes('Cargando…')).map(() => 'Cargando…'),
    ...all('.vp-doc pre, .vp-doc table').filter((node) => node.scrollWidth > node.clientWidth + 1)
      .map((node) => 'cut: ' + node.textContent.slice(0, 60)),
  ]
})()`

describe('a printed page', () => {
  test.each(PAGES)('%s has no button, no cut line and nothing that waits', async (path) => {
    const page = await printed(path)
    expect(await page.evaluate(FAULTS)).toEqual([])
    const paper = await page.evaluate("getComputedStyle(document.body).getPropertyValue('--vp-c-bg')")
    expect(['#fff', '#ffffff']).toContain(paper)
  })

  test('has open what the screen has folded, and not the museum', async () => {
    const page = await printed('/lecciones/05-revocar-tokens')
    const seen = (text: string) => page.getByText(text).first().isVisible()
    expect(await seen('Por qué se limpia al revocar, y por tandas.')).toBe(true)
    expect(await seen('Pista 1.')).toBe(true)
    expect(await page.locator('.piezas').isVisible()).toBe(false)
  })

  test('comes back to its theme', async () => {
    const page = await printed('/glosario')
    await page.emulateMedia({ media: 'screen', colorScheme: 'dark' })
    await page.locator('html.dark').waitFor()
    await page.pdf()
    await page.locator('html.dark').waitFor()
  })
})
