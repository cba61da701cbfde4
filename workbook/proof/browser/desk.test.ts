import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { draftKey, newDraft } from '../../../docs/.vitepress/lab/drafts.ts'
import { entriesOf } from '../../curriculum/lesson.ts'
import { findBarriers } from './axe.ts'
import { LESSONS, openIn, openLaboratory, paste, showView, solutionOf } from './laboratory-page.ts'
import { openPage, PHONE } from './reader.ts'

const [FIRST, SECOND] = LESSONS as [(typeof LESSONS)[0], (typeof LESSONS)[0]]
const PATH = `/lecciones/${FIRST.slug}`
const NEXT = `/lecciones/${SECOND.slug}`
const TOUCHED = { viewport: PHONE, hasTouch: true, isMobile: true }
/** CSS pixels by which a border may be where it is not looked for. */
const NEAR = 2
/** How much a page may move by itself (web.dev/cls). */
const MOST_SHIFT = 0.001
const PATIENCE = { timeout: 20_000 }

const panel = (page: Page) => page.locator('#mesa')
const search = (page: Page) => new URL(page.url()).search
const isFocused = (page: Page, selector: string) =>
  page.evaluate((selector) => Boolean(document.activeElement?.matches(selector)), selector)
const splitter = (page: Page, name: string) => page.getByRole('separator', { name })
const shareOf = async (page: Page, name: string) =>
  Number(await splitter(page, name).getAttribute('aria-valuenow'))

/** Counts from the next page on how much moves that nobody touched. */
async function watchShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(`
    window.shifted = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.shifted += entry.value
    }).observe({ type: 'layout-shift', buffered: true })
  `)
  return () => page.evaluate('window.shifted')
}

describe('beside the text', () => {
  test('opens from the button of the page and stays through a reload, where nothing moves, and across lessons', async () => {
    const page = await openPage(PATH)
    const entries = await page.evaluate('history.length')
    const shifted = await watchShifts(page)
    const { bench } = await openIn(page)
    expect(search(page)).toBe('?resolver')
    expect(await page.evaluate('history.length')).toBe(entries)
    expect(await isFocused(page, '#mesa')).toBe(true)
    await page.reload()
    await openIn(page)
    expect(await shifted()).toBeLessThanOrEqual(MOST_SHIFT)
    await page.getByRole('link', { name: 'Lección siguiente' }).press('Enter')
    await page.waitForURL(`**${NEXT}?resolver`)
    await bench.getByRole('tab', { name: SECOND.manifest.archivo, exact: true }).waitFor(PATIENCE)
    await page.goBack()
    await page.waitForURL(`**${PATH}?resolver`)
    await bench.getByRole('tab', { name: FIRST.manifest.archivo, exact: true }).waitFor(PATIENCE)
  })

  test('opens by its address, closes with Escape or its button, and gives the focus back', async () => {
    const page = await openPage(`${PATH}?resolver#tu-turno`)
    const { editor } = await openIn(page)
    await panel(page).focus()
    await page.keyboard.press('Escape')
    await panel(page).waitFor({ state: 'hidden' })
    expect(search(page)).toBe('')
    expect(new URL(page.url()).hash).toBe('#tu-turno')
    expect(await isFocused(page, '.abre-mesa button')).toBe(true)
    // Of two buttons, the one that opened it.
    const there = page.locator('.abre-mesa button').last()
    await there.press('Enter')
    await panel(page).getByRole('button', { name: 'Cierra la mesa' }).press('Enter')
    expect(await there.evaluate((button) => button === document.activeElement)).toBe(true)
    await there.press('Enter')
    // In the editor the first one lets the Tab key leave it.
    await editor.focus()
    await page.keyboard.press('Escape')
    expect(await panel(page).isVisible()).toBe(true)
    await page.keyboard.press('Escape')
    await panel(page).waitFor({ state: 'hidden' })
    await page.reload()
    await page.getByRole('button', { name: 'Resuélvelo aquí' }).first().waitFor()
    expect(await panel(page).isVisible()).toBe(false)
  })

  test('is not on a page without exercises, and is there again on the next lesson', async () => {
    const { page } = await openLaboratory(PATH)
    await page.getByRole('banner').getByRole('link', { name: 'Glosario' }).click()
    await page.waitForURL('**/glosario')
    await panel(page).waitFor({ state: 'hidden' })
    await page.goto(NEXT)
    await panel(page).waitFor()
    await expect.poll(() => search(page)).toBe('?resolver')
  })

  test('leads by the keyboard to any lesson, and tells those that are done', async () => {
    const page = await openPage(PATH)
    await page.evaluate(
      (slug) =>
        localStorage.setItem(
          'cuaderno-jwt:progreso:1',
          JSON.stringify({ version: 1, solved: [slug], quizzes: [] }),
        ),
      SECOND.slug,
    )
    await page.goto(`${PATH}?resolver`)
    const list = panel(page).locator('.lecciones')
    await list.locator('summary').press('Enter')
    expect(await list.getByRole('link').count()).toBe(entriesOf(LESSONS).length)
    await list.getByRole('link', { name: /^2\. .*✓ hecha$/ }).waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Escape')
    expect(await list.getByRole('link').count()).toBe(0)
    expect(await panel(page).isVisible()).toBe(true)
    expect(await isFocused(page, '.lecciones summary')).toBe(true)
    await page.keyboard.press('Enter')
    await list.getByRole('link', { name: /^8\./ }).press('Enter')
    await page.waitForURL(`**/${LESSONS[7]?.slug}?resolver`)
  })

  test('fills the window and remembers it', async () => {
    const { page } = await openLaboratory(PATH)
    await page.getByRole('button', { name: 'Llena la ventana' }).press('Enter')
    const heading = page.getByRole('heading', { level: 1 })
    await heading.waitFor({ state: 'hidden' })
    const shifted = await watchShifts(page)
    await page.reload()
    await openIn(page)
    expect(await heading.isVisible()).toBe(false)
    expect(await shifted()).toBeLessThanOrEqual(MOST_SHIFT)
    expect(await findBarriers(page)).toEqual([])
    await page.getByRole('button', { name: 'Vuelve al lado del texto' }).press('Enter')
    await heading.waitFor()
  })

  test('is split by arrows and by the pointer, and remembers it', async () => {
    const { page } = await openLaboratory(PATH)
    await splitter(page, 'Ancho de la mesa').press('ArrowLeft')
    expect(await shareOf(page, 'Ancho de la mesa')).toBe(54)
    const inner = splitter(page, 'Reparto entre editor y resultado')
    await inner.press('ArrowDown')
    expect(await shareOf(page, 'Reparto entre editor y resultado')).toBe(59)
    const { x = 0, y = 0, width = 0 } = (await inner.boundingBox()) ?? {}
    await page.mouse.move(x + width / 2, y + 4)
    await page.mouse.down()
    await page.mouse.move(x + width / 2, y + 104)
    await page.mouse.up()
    const dragged = await shareOf(page, 'Reparto entre editor y resultado')
    expect(dragged).toBeGreaterThan(65)
    await page.reload()
    await openIn(page)
    expect(await shareOf(page, 'Ancho de la mesa')).toBe(54)
    expect(await shareOf(page, 'Reparto entre editor y resultado')).toBe(dragged)
    await inner.press('Home')
    expect(await shareOf(page, 'Reparto entre editor y resultado')).toBe(20)
  })

  test('undoes what was written before a reload and before another lesson, and not what changed elsewhere', {
    timeout: 90_000,
  }, async () => {
    const laboratory = await openLaboratory(PATH)
    const { page, bench, editor } = laboratory
    await paste(laboratory, '// uno')
    await page.reload()
    await openIn(page)
    await editor.focus()
    await page.keyboard.press('ControlOrMeta+Z')
    await expect.poll(() => editor.textContent()).toContain('exigirSecreto')
    await page.keyboard.press('ControlOrMeta+Y')
    await expect.poll(() => editor.textContent()).toBe('// uno')
    await page.getByRole('link', { name: 'Lección siguiente' }).press('Enter')
    await bench.getByRole('tab', { name: SECOND.manifest.archivo, exact: true }).waitFor(PATIENCE)
    await page.getByRole('link', { name: 'Lección anterior' }).press('Enter')
    await bench.getByRole('tab', { name: FIRST.manifest.archivo, exact: true }).waitFor(PATIENCE)
    await expect.poll(() => editor.textContent(), PATIENCE).toBe('// uno')
    await editor.focus()
    await page.keyboard.press('ControlOrMeta+Z')
    await expect.poll(() => editor.textContent()).toContain('exigirSecreto')
    await page.goto('/glosario')
    await page.evaluate(([key, draft]) => localStorage.setItem(key, draft), [
      draftKey(FIRST.slug),
      JSON.stringify(newDraft('// dos')),
    ] as const)
    await page.goto(PATH)
    await openIn(page)
    await editor.focus()
    await page.keyboard.press('ControlOrMeta+Z')
    expect(await editor.textContent()).toBe('// dos')
  })

  test('checks with Ctrl+S also from its header', async () => {
    const laboratory = await openLaboratory(PATH)
    const { page, said } = laboratory
    await paste(laboratory, solutionOf(FIRST))
    await page.getByRole('button', { name: 'Cierra la mesa' }).focus()
    await page.keyboard.press('ControlOrMeta+S')
    await expect.poll(() => said.textContent(), PATIENCE).toContain('Lección superada')
  })

  test.each([
    { width: 1366, height: 768 },
    { width: 1280, height: 768 },
  ])('shows at $width×$height twelve lines with the TODO and all of what fails', async (viewport) => {
    const { page, bench, editor } = await openLaboratory(PATH, { viewport })
    const box = async (selector: string) => (await bench.locator(selector).first().boundingBox())!
    const code = await box('.cm-scroller')
    const line = await editor.evaluate((it) => Number.parseFloat(getComputedStyle(it).lineHeight))
    expect(code.height / line).toBeGreaterThanOrEqual(12)
    const todo = await box('.cm-lintRange-error')
    expect(todo.y).toBeGreaterThanOrEqual(code.y)
    expect(todo.y + todo.height).toBeLessThanOrEqual(code.y + code.height)
    const sentence = await box('.fallo .frase')
    expect(sentence.y + sentence.height).toBeLessThanOrEqual(viewport.height)
    expect(await bench.locator('.fallo .frase').textContent()).toContain('TODO 1')
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(viewport.width)
  })

  test.each(['light', 'dark'] as const)(
    'turns green and shows what that means, %s',
    { timeout: 90_000 },
    async (colorScheme) => {
      const laboratory = await openLaboratory(PATH, { colorScheme })
      const { page, bench } = laboratory
      expect(await findBarriers(page)).toEqual([])
      await paste(laboratory, solutionOf(FIRST))
      await bench.getByRole('heading', { name: 'Todo en verde' }).waitFor(PATIENCE)
      const { y = 0, height = 0 } =
        (await bench.getByRole('link', { name: /^Sigue con la lección 2/ }).boundingBox()) ?? {}
      expect(y + height).toBeLessThanOrEqual(800)
      expect(await findBarriers(page)).toEqual([])
      await showView(laboratory, 'Solicitudes')
      expect(await findBarriers(page)).toEqual([])
    },
  )
})

test('below the text it has the whole width and comes into sight', async () => {
  const viewport = { width: 1024, height: 768 }
  const { page, bench } = await openLaboratory(PATH, { viewport })
  const { x, y, width, height } = (await bench.boundingBox())!
  expect(y).toBeGreaterThan(0)
  expect(y + height).toBeLessThanOrEqual(viewport.height)
  expect(x).toBeLessThan(80)
  expect(width).toBeGreaterThan(860)
  expect(await findBarriers(page)).toEqual([])
  await bench.press('Escape')
  await bench.waitFor({ state: 'hidden' })
  expect(await isFocused(page, '.abre-mesa button')).toBe(true)
  expect(search(page)).toBe('')
})

describe('on a phone', () => {
  const tab = (page: Page, name: string) =>
    page.getByRole('navigation', { name: 'Leer o resolver' }).getByRole('button', { name })

  test('is in place of the text, which stays where it was read', async () => {
    const page = await openPage(PATH, TOUCHED)
    const heading = page.getByRole('heading', { name: 'Tu turno' })
    await heading.scrollIntoViewIfNeeded()
    // What is drawn late above it moves the page, and not what is read: it is there before the text is left.
    await page.locator('.widget .token').first().waitFor(PATIENCE)
    await page.waitForLoadState('networkidle')
    await heading.scrollIntoViewIfNeeded()
    const top = async () => (await heading.boundingBox())!.y
    const before = await top()
    await tab(page, 'Resolver').tap()
    await page.locator('.mesa-pestanas', { hasText: /^.*0 de \d+ ✓ · TODO 1$/ }).waitFor(PATIENCE)
    expect(search(page)).toBe('?resolver')
    expect(await findBarriers(page)).toEqual([])
    await tab(page, 'Leer').tap()
    await panel(page).waitFor({ state: 'hidden' })
    expect(Math.abs((await top()) - before)).toBeLessThanOrEqual(NEAR)
    expect(await page.locator('.mesa-pestanas').textContent()).toMatch(/0 de \d+ ✓ · TODO 1$/)
    expect(search(page)).toBe('')
  })

  test('has one row of buttons', async () => {
    const { bench } = await openLaboratory(`${PATH}?resolver`, TOUCHED)
    const tops = await bench
      .locator('.ordenes > button:visible, .ordenes summary:visible')
      .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().top)))
    expect(new Set(tops).size).toBe(1)
    expect(await bench.locator('.escritorio .boton:visible').count()).toBe(0)
  })

  test('leaves what is written, what checks it and the status above the keyboard of the screen', async () => {
    const { page, bench, editor } = await openLaboratory(`${PATH}?resolver`, TOUCHED)
    await editor.tap()
    await page.setViewportSize({ width: PHONE.width, height: 400 })
    await bench.locator('.salida').waitFor({ state: 'hidden' })
    const bottom = async (selector: string) => {
      const { y, height } = (await page.locator(selector).boundingBox())!
      return y + height
    }
    expect(await bottom('.mesa-pestanas')).toBeLessThanOrEqual(400)
    expect(await bottom('.comprueba')).toBeLessThanOrEqual(400)
    expect((await bench.locator('.cm-scroller').boundingBox())?.height).toBeGreaterThan(200)
  })
})
