import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { LAPTOP, openPage, PHONE } from './reader.ts'
import { PAGES } from './site-pages.ts'

/** What a reader cannot see of the code of a page without moving it sideways, folded or not. */
async function hiddenCode(page: Page): Promise<string[]> {
  // A string: it runs in the page, whose types are not those of the tests.
  return page.evaluate(`(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
    for (const command of document.querySelectorAll('.en-terminal')) command.classList.add('abierta')
    return [...document.querySelectorAll('.vp-doc pre')]
      .filter((pre) => pre.scrollWidth > pre.clientWidth)
      .map((pre) => pre.innerText.slice(0, 60))
  })()`)
}

describe.concurrent('the code of every page', { timeout: 120_000 }, () => {
  test.each(PAGES)('%s is read without moving it sideways, also beside the bench', async (path) => {
    const page = await openPage(path)
    for (const viewport of [LAPTOP, PHONE]) {
      await page.setViewportSize(viewport)
      expect(await hiddenCode(page), `${viewport.width} px`).toEqual([])
    }
    await page.setViewportSize(LAPTOP)
    await page.addStyleTag({ content: '.VPDoc { max-width: 576px }' })
    expect(await hiddenCode(page), 'half of the window').toEqual([])
    await page.context().close()
  })
})

test('a line that goes on below begins further in, and is copied as it was written', async () => {
  const page = await openPage('/lecciones/01-generar-el-token', { viewport: PHONE })
  const long = page.locator('.provoca .line', { hasText: 'const decodificar' })
  const { height, indent, inside } = await long.evaluate((line) => {
    const { paddingLeft, textIndent } = getComputedStyle(line)
    return {
      height: line.getBoundingClientRect().height,
      indent: Number.parseFloat(textIndent),
      inside: Number.parseFloat(paddingLeft),
    }
  })
  expect(height).toBeGreaterThan(30)
  expect(inside).toBeGreaterThan(20)
  expect(indent).toBe(-inside)
  expect(await long.textContent()).toBe(
    "const decodificar = (texto = '') => JSON.parse(Buffer.from(texto, 'base64url').toString())",
  )
})
