import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { loadLesson } from '../../curriculum/lessons.ts'
import { ROOT } from '../../curriculum/paths.ts'
import { findBarriers } from './axe.ts'
import { openPage, PHONE } from './reader.ts'

const { slug } = await loadLesson(1)
const LESSON = `/lecciones/${slug}`
const RECORDED = readFileSync(join(ROOT, 'docs/salidas/01-problema.txt'), 'utf8').trimEnd()

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const output = (page: Page) => page.locator('.provoca [aria-live]')
const command = (page: Page) => page.locator('.en-terminal').getByText('npm run problema 1')

describe('the scene of a problem', { timeout: 60_000 }, () => {
  test('writes in the page what it writes in the terminal, and nothing of it is loaded before', async () => {
    const page = await openPage('about:blank')
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.goto(LESSON)
    await button(page, 'Provócalo').waitFor()
    expect(asked.filter((url) => url.includes('laboratorio'))).toEqual([])
    await button(page, 'Provócalo').press('Enter')
    await output(page).locator('pre').waitFor()
    expect(await output(page).locator('pre').innerText()).toBe(RECORDED)
    expect(await findBarriers(page)).toEqual([])
  })

  test('runs a text that was changed, says what is wrong with it, and gets it back', async () => {
    const page = await openPage(LESSON)
    await button(page, 'Cambia el texto').click()
    const editor = page.getByRole('textbox', { name: 'problema.ts, la escena que provoca el problema' })
    await editor.click()
    await page.keyboard.press('Control+End')
    await page.keyboard.insertText("console.log('mía')\n")
    await button(page, 'Provócalo').click()
    await output(page).getByText('Salida de tu texto').waitFor()
    expect(await output(page).locator('pre').innerText()).toBe(`${RECORDED}\nmía`)
    await editor.click()
    await page.keyboard.press('Control+End')
    await page.keyboard.insertText("throw new Error('aquí')\n")
    await button(page, 'Provócalo otra vez').click()
    await output(page).getByText('La escena se detiene en un error que nadie atrapa: Error: aquí').waitFor()
    expect(await findBarriers(page)).toEqual([])
    await button(page, 'Déjalo como estaba').click()
    await button(page, 'Provócalo otra vez').click()
    await output(page).getByText('Salida', { exact: true }).waitFor()
    expect(await output(page).locator('pre').innerText()).toBe(RECORDED)
  })
})

describe('the two routes of a lesson', { timeout: 60_000 }, () => {
  test('fold the commands for who works in the page, and keep them within reach', async () => {
    const page = await openPage(LESSON)
    expect(await command(page).isVisible()).toBe(false)
    await page.locator('.en-terminal button').first().press('Enter')
    expect(await command(page).isVisible()).toBe(true)
  })

  test.each([{}, { viewport: PHONE }])('are chosen with the keyboard and remembered: %o', async (options) => {
    const page = await openPage(LESSON, options)
    await page.getByRole('radio', { name: 'Aquí mismo' }).focus()
    await page.keyboard.press('ArrowRight')
    expect(await command(page).isVisible()).toBe(true)
    expect(await findBarriers(page)).toEqual([])
    await page.reload()
    expect(await command(page).isVisible()).toBe(true)
    await expect.poll(() => page.getByRole('radio', { name: 'En tu terminal' }).isChecked()).toBe(true)
  })

  test('are both open without JavaScript', async () => {
    const page = await openPage(LESSON, { javaScriptEnabled: false })
    expect(await command(page).isVisible()).toBe(true)
    expect(await page.getByText('npm run lesson 1').first().isVisible()).toBe(true)
    expect(await page.locator('.vias').getByRole('radio').count()).toBe(0)
  })
})
