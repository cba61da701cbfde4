import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { loadLesson } from '../../curriculum/lessons.ts'
import { findBarriers } from './axe.ts'
import { openPage, overflowOf, PHONE } from './reader.ts'

const { slug, manifest } = await loadLesson(1)
const LESSON = `/lecciones/${slug}`

const anyway = (page: Page) => page.getByRole('button', { name: 'Verlo igualmente' })
const firstPiece = (page: Page) => page.locator('summary', { hasText: 'Pieza 1. ' })

async function openAll(page: Page): Promise<void> {
  await anyway(page).press('Enter')
  const details = page.locator('.pieza, .pieza details')
  await details.evaluateAll((all) => all.map((one) => one.toggleAttribute('open', true)))
}

describe('the museum of wrong answers', () => {
  test('is closed, with a warning, until the lesson is done', async () => {
    const page = await openPage(LESSON)
    expect(await page.getByText('Las piezas muestran partes de la solución.').isVisible()).toBe(true)
    expect(await firstPiece(page).isVisible()).toBe(false)
  })

  test('opens for who wants to see it anyway, and the keyboard goes on at the first piece', async () => {
    const page = await openPage(LESSON)
    await anyway(page).press('Enter')
    await expect.poll(() => anyway(page).count()).toBe(0)
    expect(await firstPiece(page).evaluate((summary) => summary === document.activeElement)).toBe(true)
    expect(await page.locator('summary', { hasText: /^Pieza \d+\./ }).count()).toBe(manifest.errores.length)
  })

  test('opens when the lesson is marked, and is open on the next visit', async () => {
    const page = await openPage(LESSON)
    await page.getByRole('button', { name: 'Marcar como hecha' }).press('Enter')
    await firstPiece(page).waitFor()
    await page.reload()
    await firstPiece(page).waitFor()
    expect(await anyway(page).count()).toBe(0)
  })

  test('shows a change in words and signs and, behind a second fold, what it breaks', async () => {
    const page = await openPage(LESSON)
    await anyway(page).press('Enter')
    await page.keyboard.press('Enter')
    const piece = page.locator('details.pieza').first()
    expect(await piece.locator('.diff').allTextContents()).toEqual([
      'Se quita: if (!secreto || Buffer.byteLength(secreto) < BYTES_MINIMOS) { ',
      'Se pone: if (!secreto || secreto.length < BYTES_MINIMOS) { ',
    ])
    const sentence = piece.getByText('«Mide bytes y no caracteres: usa Buffer.byteLength»')
    expect(await sentence.isVisible()).toBe(false)
    await piece.locator('summary', { hasText: '¿Qué se rompe?' }).press('Enter')
    expect(await sentence.isVisible()).toBe(true)
  })

  test('is there without JavaScript, folded', async () => {
    const page = await openPage(LESSON, { javaScriptEnabled: false })
    expect(await anyway(page).isVisible()).toBe(false)
    expect(await firstPiece(page).isVisible()).toBe(true)
    expect(await page.locator('details.pieza pre').first().isVisible()).toBe(false)
  })

  test.each(['light', 'dark'] as const)('has no barrier with everything open, %s', async (colorScheme) => {
    const page = await openPage(LESSON, { colorScheme })
    await openAll(page)
    expect(await findBarriers(page)).toEqual([])
  })

  test('is no wider than a phone with everything open', async () => {
    const page = await openPage(LESSON, { viewport: PHONE })
    await openAll(page)
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
  })
})
