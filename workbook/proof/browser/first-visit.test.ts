import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { LESSONS, solutionOf } from './laboratory-page.ts'
import { LAPTOP, openPage, PHONE } from './reader.ts'

const [LESSON] = LESSONS as [(typeof LESSONS)[0]]
const REGION = /\/\/ #region exigir-secreto\n.*\n([\s\S]*?) *\/\/ #endregion/
/** What there is to write for the first task, without the margins that the editor gives by itself. */
const ANSWER = (REGION.exec(solutionOf(LESSON))?.[1] ?? '').trim().split('\n')

/** Puts the lines of the answer in the place of the one that says that it is still to be written. */
async function type(page: Page): Promise<void> {
  // The whole line, however often it is broken.
  await page.locator('.cm-line', { hasText: "throw new Error('TODO 1" }).click({ clickCount: 3 })
  for (const line of ANSWER) {
    await page.keyboard.type(line.trim())
    await page.keyboard.press('Enter')
  }
}

// Somebody who has never been here knows no address, and presses what there is to be seen.
test.each([
  ['a laptop', { viewport: LAPTOP }],
  ['a small laptop', { viewport: { width: 1366, height: 768 } }],
  ['a phone', { viewport: PHONE, hasTouch: true, isMobile: true }],
])(
  'a first visit on %s leads from the home page to a green TODO',
  { timeout: 120_000 },
  async (what, options) => {
    const start = performance.now()
    const page = await openPage('/', options)
    const begin = page.getByRole('link', { name: 'Empieza aquí, sin instalar nada' })
    const { y = 0, height = 0 } = (await begin.boundingBox()) ?? {}
    expect(y + height).toBeLessThanOrEqual(options.viewport.height)
    await begin.click()
    const todo = page.locator('.cm-line', { hasText: "throw new Error('TODO 1" })
    await todo.waitFor({ timeout: 60_000 })
    // Editor and result are in sight, and nothing had to be scrolled.
    const sentence = page.locator('.fallo .frase')
    await sentence.filter({ hasText: 'TODO 1' }).waitFor({ timeout: 60_000 })
    for (const seen of [todo, sentence]) {
      const box = (await seen.boundingBox())!
      expect(box.y).toBeGreaterThan(0)
      expect(box.y + box.height).toBeLessThanOrEqual(options.viewport.height)
    }
    expect(await page.evaluate(() => scrollY)).toBe(0)
    await type(page)
    await page.getByRole('button', { name: 'Comprueba' }).click()
    const row = page.locator('.tareas li').first()
    await row.locator('.passed').waitFor({ timeout: 60_000 })
    const status = page.locator(options.viewport === PHONE ? '.mesa-pestanas' : '#mesa .estado')
    await expect.poll(() => status.textContent()).toMatch(/\d+ de \d+ ✓ · TODO 2$/)
    console.log(
      `  ${what}: ${Math.round((performance.now() - start) / 1000)} s from the home page to a green TODO`,
    )
  },
)
