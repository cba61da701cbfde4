import { gzipSync } from 'node:zlib'
import type { BrowserContextOptions, Page, Response } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { openPage, PHONE } from './reader.ts'
import { PAGES } from './site-pages.ts'

const LESSON = '/lecciones/01-generar-el-token'
// Nav, sidebar and footer; widget, laboratory, museum, quiz and the mark of the lesson.
const IDLE_PARTS = 8
// Vue, VitePress and the page: what is more is loaded when it is about to be seen. The home page signs and checks.
const MOST_SCRIPT = 82_000
const MOST_AT_HOME = 90_000

/** Opens a page in a browser that is never idle: only what the reader touches comes alive. */
async function openBusy(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await openPage('about:blank', options)
  await page.addInitScript('window.waiting = 0; window.requestIdleCallback = () => ++window.waiting')
  await page.goto(path)
  await page.waitForFunction(`window.waiting >= ${IDLE_PARTS}`)
  return page
}

/** Compressed bytes of the scripts that a page asks for before anybody does anything. */
async function scriptBytes(path: string): Promise<number> {
  const page = await openPage('about:blank')
  const scripts: Response[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response)
  })
  await page.goto(path)
  const bodies = await Promise.all(scripts.map((response) => response.body()))
  return bodies.reduce((sum, body) => sum + gzipSync(body).length, 0)
}

describe('a page that is not hydrated yet', () => {
  test('opens its menu on a phone when it is touched, and goes on from there', async () => {
    const page = await openBusy(LESSON, { viewport: PHONE, hasTouch: true })
    const complaints: string[] = []
    page.on('pageerror', ({ message }) => complaints.push(message))
    await page.locator('.VPLocalNav .menu').tap()
    await page.locator('.VPSidebar').getByRole('link', { name: /^2\. / }).tap()
    await page.waitForURL('**/02-proteger-rutas')
    await page.getByRole('heading', { level: 1, name: 'Proteger' }).waitFor()
    await page.locator('.VPNavBarTitle a').tap()
    await page.locator('.VPHome').waitFor()
    expect(complaints).toEqual([])
  })

  test('takes the first answer to its quiz', async () => {
    const page = await openBusy(LESSON)
    const question = page.getByRole('group', { name: '1. ' })
    await question.locator('label', { hasText: 'El payload va cifrado.' }).click({ force: true })
    await page.getByRole('button', { name: 'Comprobar la pregunta 1' }).click()
    await page.getByText('No es esa.').waitFor()
  })

  test('opens the museum and marks the lesson as done with one key', async () => {
    const page = await openBusy(LESSON)
    await page.locator('.puerta button').press('Enter')
    await page.locator('.pieza').first().waitFor()
    await page.locator('.hecha-o-no button').press('Enter')
    await page.locator('.hecha-o-no .bien').waitFor()
  })

  test('opens the laboratory and the search with one click', async () => {
    const page = await openBusy(LESSON)
    await page.locator('.abre-mesa button').first().click()
    await page.locator('.laboratorio [role="tablist"]').first().waitFor()
    await page.locator('.VPNavBarSearch button').click()
    await page.locator('.VPLocalSearchBox input').waitFor()
  })
})

test('a lesson that is done hydrates to what the server drew, part by part', async () => {
  const page = await openPage('about:blank')
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  await page.addInitScript(
    `localStorage.setItem('cuaderno-jwt:progreso:1', '{"version":1,"solved":["01-generar-el-token"],"quizzes":["01-generar-el-token"]}')`,
  )
  await page.goto(LESSON)
  await page.getByText('Ya superaste este cuestionario.').waitFor()
  await page.locator('.hecha-o-no .bien').waitFor()
  expect(complaints).toEqual([])
})

test.each(PAGES)('%s starts with few scripts', async (path) => {
  expect(await scriptBytes(path)).toBeLessThan(path === '/' ? MOST_AT_HOME : MOST_SCRIPT)
})
