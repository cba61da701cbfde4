import type { Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { findBarriers } from './axe.ts'
import { LESSONS } from './laboratory-page.ts'
import { LAPTOP, openPage, PHONE } from './reader.ts'

const SMALL_LAPTOP = { width: 1366, height: 768 }
const LOOKS = [LAPTOP, PHONE].flatMap((viewport) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ viewport, colorScheme })),
)
const SOME_PROGRESS = `localStorage.setItem('cuaderno-jwt:progreso:1', '{"version":1,"solved":["01-generar-el-token","02-proteger-rutas"],"quizzes":[]}')`

const token = (page: Page) => page.getByRole('region', { name: 'El token de Ana' })
const signature = (page: Page) => token(page).locator('.parte.tres')
const press = (page: Page, name: string) =>
  token(page).getByRole('button', { name, exact: true }).press('Enter')

/** The home page, with its token issued for this visit. */
async function openHome(): Promise<Page> {
  const page = await openPage('/')
  const drawn = (await (await page.request.get('/')).text()).match(/class="parte tres"[^>]*>([\w-]+)/)?.[1]
  await expect.poll(() => signature(page).innerText()).not.toBe(drawn)
  return page
}

async function answers(page: Page, ...texts: string[]): Promise<void> {
  for (const text of texts) await token(page).locator('.respuesta').getByText(text).first().waitFor()
}

/** Whether all of it is in the window, without scrolling. */
async function isInSight(locator: Locator): Promise<boolean> {
  const box = await locator.boundingBox()
  const size = locator.page().viewportSize()
  if (!box || !size || !box.height) return false
  return box.x >= 0 && box.y >= 0 && box.x + box.width <= size.width && box.y + box.height <= size.height
}

describe('the token of the home page', () => {
  test('tells of the right signature, of the broken one and of a new one what the API answers', async () => {
    const page = await openHome()
    await answers(page, '✗ 403', 'Permiso insuficiente', 'La firma es buena')
    const before = await signature(page).innerText()
    await press(page, 'Cambia su rol por admin')
    await answers(page, '✗ 422', 'Token inválido', 'La firma es de otro payload')
    await token(page).getByText('✗ no corresponde').waitFor()
    expect(await signature(page).innerText()).toBe(before)
    await press(page, 'Firma con el secreto')
    await answers(page, '✓ 200', '{"id":"1","rol":"usuario"}')
    await token(page).getByText('✓ corresponde').waitFor()
    await press(page, 'Vuelve a empezar')
    await answers(page, '✗ 403')
  })

  test('is edited with the keyboard, one field at a time', async () => {
    const page = await openHome()
    const role = token(page).getByLabel('"rol":')
    await role.fill('Admin')
    await answers(page, '✗ 422')
    await role.fill('usuario')
    await answers(page, '✗ 403')
  })

  test('lasts one hour from the visit', async () => {
    const page = await openHome()
    const exp = Number(
      await token(page).locator('.campo', { hasText: '"exp":' }).locator('.fijo').innerText(),
    )
    expect(Math.abs(exp - Date.now() / 1000 - 3600)).toBeLessThan(60)
  })

  test('stays where it is, whatever the API answers', async () => {
    const page = await openHome()
    const heightOf = () =>
      token(page)
        .evaluate('({ scrollHeight }) => scrollHeight')
        .catch(() => 0)
    const heights = [await heightOf()]
    for (const name of ['Cambia su rol por admin', 'Firma con el secreto']) {
      await press(page, name)
      await answers(page, name.startsWith('Firma') ? '✓ 200' : '✗ 422')
      heights.push(await heightOf())
    }
    expect(new Set(heights).size).toBe(1)
  })

  test.each(LOOKS)('has no barrier, broken or not: %o', async (look) => {
    const page = await openPage('/', look)
    expect(await findBarriers(page)).toEqual([])
    await press(page, 'Cambia su rol por admin')
    await answers(page, '✗ 422')
    expect(await findBarriers(page)).toEqual([])
  })

  test('is read without JavaScript, with what the API answers to it and nothing to press', async () => {
    const page = await openPage('/', { javaScriptEnabled: false })
    await answers(page, '✗ 403', 'La firma es buena')
    expect(await token(page).getByRole('button').count()).toBe(0)
    expect(await page.getByRole('link', { name: 'Empieza aquí, sin instalar nada' }).isVisible()).toBe(true)
  })
})

describe('the first button', () => {
  test('leads in one click to an editor with a result in sight', { timeout: 60_000 }, async () => {
    const page = await openPage('/', { viewport: SMALL_LAPTOP })
    await page.getByRole('link', { name: 'Empieza aquí, sin instalar nada' }).click()
    const bench = page.getByRole('complementary', { name: 'Mesa de trabajo' })
    const sentence = bench.getByText('Aún falta el TODO 1').first()
    await sentence.waitFor({ timeout: 30_000 })
    expect(await page.evaluate('scrollY')).toBe(0)
    expect(await isInSight(bench.locator('.cm-editor'))).toBe(true)
    expect(await isInSight(sentence)).toBe(true)
  })

  test('goes on with the next lesson once something is solved, in the same place', async () => {
    const page = await openPage('/')
    const before = await page.locator('.entradas .lleno').boundingBox()
    await page.evaluate(SOME_PROGRESS)
    await page.reload()
    const button = page.getByRole('link', { name: 'Continúa con la lección 3', exact: true })
    expect(await button.getAttribute('href')).toBe('/lecciones/03-expiracion?resolver')
    expect((await page.locator('.entradas .lleno').boundingBox())?.width).toBe(before?.width)
  })

  test('is not the only one: the other leads to the terminal', async () => {
    const page = await openPage('/')
    await page.getByRole('link', { name: 'En tu máquina', exact: true }).click()
    await page.waitForURL('**/como-usar#instalar')
  })
})

describe('the cards and the map', () => {
  test('tell what is done, what comes next and how long the others take', async () => {
    const page = await openPage('/')
    await page.evaluate(SOME_PROGRESS)
    await page.reload()
    const cards = page.getByRole('region', { name: '8 lecciones, una API entera' }).getByRole('listitem')
    await expect.poll(() => cards.nth(0).innerText()).toContain('✓ Hecha')
    expect(await cards.nth(2).innerText()).toContain('Te toca')
    expect(await cards.nth(7).innerText()).toMatch(/\d+ min/)
  })

  test('grow with the lesson that is chosen', async () => {
    const page = await openPage('/')
    const map = page.getByRole('region', { name: 'Así crece tu API' })
    await map.getByRole('radio', { name: '2', exact: true }).check({ force: true })
    await map.getByText('Ahora tu API responde solo a quien trae un token tuyo.').waitFor()
    expect(await map.locator('.pieza.falta').count()).toBe(LESSONS.length - 2)
  })
})
