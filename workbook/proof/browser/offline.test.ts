import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { LESSONS, openIn, paste, solutionOf } from './laboratory-page.ts'
import { openPage } from './reader.ts'

/** Opens the home page and waits until the whole site is kept. */
async function visit(): Promise<Page> {
  const page = await openPage('/', { serviceWorkers: 'allow' })
  await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)')
  await page.waitForFunction('navigator.serviceWorker.controller !== null')
  return page
}

describe('after the first visit, without a network', () => {
  test.each(['/', '/lecciones/03-expiracion', '/glosario'])('%s is there', async (path) => {
    const page = await visit()
    await page.context().setOffline(true)
    await page.goto(path)
    expect(await page.locator('h1').first().textContent()).toBeTruthy()
    expect(await page.locator('html').getAttribute('lang')).toBe('es')
  })

  test('the widget of a lesson that was never open works', async () => {
    const page = await visit()
    await page.context().setOffline(true)
    await page.goto('/lecciones/01-generar-el-token')
    await page.locator('.widget').first().scrollIntoViewIfNeeded()
    await page.locator('.widget .token').first().waitFor()
  })

  test('the laboratory that was open solves its lesson', { timeout: 60_000 }, async () => {
    const [lesson] = LESSONS
    const page = await visit()
    await page.goto(`/lecciones/${lesson!.slug}`)
    await openIn(page)
    await page.context().setOffline(true)
    await page.reload()
    const laboratory = await openIn(page)
    await paste(laboratory, solutionOf(lesson!))
    await expect.poll(() => laboratory.said.textContent(), { timeout: 20_000 }).toContain('Lección superada')
  })
})
