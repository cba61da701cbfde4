import { text } from 'node:stream/consumers'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { findBarriers } from './axe.ts'
import { openPage } from './reader.ts'

const FIRST = '/lecciones/01-generar-el-token'
const THIRD = '/lecciones/03-expiracion'

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const panel = (page: Page) => page.getByRole('region', { name: 'Tu progreso' })
const inSidebar = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Páginas del cuaderno' }).getByRole('link', { name, exact: true })
const markedThird = (page: Page) => inSidebar(page, '3. Configurar tiempos de expiración, hecha')

async function markDone(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await button(page, 'Marcar como hecha').press('Enter')
  await page.getByText('Lección hecha').waitFor()
}

async function importFile(page: Page, content: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await button(page, 'Importar').press('Enter')
  const file = { name: 'progreso.json', mimeType: 'application/json', buffer: Buffer.from(content) }
  await (await chooser).setFiles(file)
}

describe('the mark of a lesson', () => {
  test('is made at its end, shown in the sidebar in words, and there on the next visit', async () => {
    const page = await openPage(THIRD)
    expect(await markedThird(page).count()).toBe(0)
    await markDone(page, THIRD)
    await markedThird(page).waitFor()
    await page.goto(FIRST)
    await markedThird(page).waitFor()
    expect(await inSidebar(page, '1. Cómo generar el token').count()).toBe(1)
    expect(await findBarriers(page)).toEqual([])
  })

  test('is taken back with the same button, which keeps the focus', async () => {
    const page = await openPage(THIRD)
    await markDone(page, THIRD)
    await page.keyboard.press('Enter')
    await inSidebar(page, '3. Configurar tiempos de expiración').waitFor()
    expect(await page.locator(':focus').innerText()).toBe('Marcar como hecha')
  })

  test('is seen in another tab that was already open', async () => {
    const page = await openPage(FIRST)
    const other = await page.context().newPage()
    await markDone(other, THIRD)
    await markedThird(page).waitFor()
  })

  test('lasts as long as the page in a browser that keeps nothing', async () => {
    const page = await openPage('about:blank')
    await page.addInitScript(
      'delete window.localStorage; Storage.prototype.setItem = () => { throw new Error() }',
    )
    await markDone(page, THIRD)
    await inSidebar(page, '1. Cómo generar el token').press('Enter')
    await page.waitForURL(`**${FIRST}`)
    await markedThird(page).waitFor()
  })
})

describe('the progress on the home page', () => {
  test('is not there while there is nothing to show, nor what exports and deletes it', async () => {
    const page = await openPage('/')
    await page.getByRole('link', { name: 'Empieza aquí' }).waitFor()
    for (const name of ['Exportar', 'Importar', 'Borrar'])
      expect(await button(page, name).isVisible()).toBe(false)
    expect(await panel(page).isVisible()).toBe(false)
  })

  test('stands above the rest', async () => {
    const page = await openPage('about:blank')
    await markDone(page, FIRST)
    await page.goto('/')
    await panel(page).getByText('1 de 8 lecciones').waitFor()
    const [own, title] = await Promise.all([panel(page).boundingBox(), page.locator('h1').boundingBox()])
    expect(own && title && own.y + own.height <= title.y).toBe(true)
  })

  test('is brought to a browser that has none', async () => {
    const page = await openPage('/como-usar')
    await importFile(page, '{"version":1,"solved":["02-proteger-rutas"],"quizzes":[]}')
    await page.getByText('Importado: lo que ya tenías se conserva.').waitFor()
    await page.goto('/')
    await panel(page).getByText('1 de 8 lecciones').waitFor()
  })

  test('counts, and goes on with the first lesson that is not done', async () => {
    const page = await openPage('about:blank')
    await markDone(page, FIRST)
    await markDone(page, THIRD)
    await page.goto('/')
    await panel(page).getByText('2 de 8 lecciones, 0 de 8 cuestionarios').waitFor()
    expect(await panel(page).innerText()).toContain('Continúa con 2. Cómo proteger rutas.')
    await panel(page).getByRole('link', { name: '2. Cómo proteger rutas' }).press('Enter')
    await page.waitForURL('**/lecciones/02-proteger-rutas')
  })

  test('is exported to a file that another browser adds to its own', async () => {
    const page = await openPage('about:blank')
    await markDone(page, FIRST)
    await page.goto('/')
    const downloading = page.waitForEvent('download')
    await button(page, 'Exportar').press('Enter')
    const download = await downloading
    expect(download.suggestedFilename()).toBe('cuaderno-jwt-progreso.json')
    const exported = await text(await download.createReadStream())

    const other = await openPage('about:blank')
    await markDone(other, THIRD)
    await other.goto('/')
    await importFile(other, exported)
    await other.getByText('Importado: lo que ya tenías se conserva.').waitFor()
    await panel(other).getByText('2 de 8 lecciones').waitFor()
  })

  test.each(['no es JSON', '{"version":9,"solved":["02-proteger-rutas"]}'])(
    'does not change with a file that says %j',
    async (content) => {
      const page = await openPage('about:blank')
      await markDone(page, FIRST)
      await page.goto('/')
      await importFile(page, content)
      await page.getByText('Ese archivo no contiene un progreso del cuaderno.').waitFor()
      expect(await panel(page).innerText()).toContain('1 de 8 lecciones')
    },
  )

  test('is cleared only after a confirmation', async () => {
    const page = await openPage('about:blank')
    await markDone(page, FIRST)
    await page.goto('/')
    const count = panel(page).getByText('1 de 8 lecciones')
    for (const key of ['Enter', 'Escape']) {
      await button(page, 'Borrar').press('Enter')
      expect(await page.locator(':focus').innerText()).toBe('Cancelar')
      expect(await findBarriers(page)).toEqual([])
      await page.keyboard.press(key)
      expect(await count.isVisible()).toBe(true)
    }
    expect(await page.locator(':focus').innerText()).toBe('Borrar')
    await page.keyboard.press('Enter')
    await button(page, 'Sí, borrar').press('Enter')
    await panel(page).getByText('0 de 8 lecciones').waitFor()
    expect(await page.locator(':focus').innerText()).toBe('Borrado: vuelves a empezar de cero.')
    expect(await button(page, 'Exportar').isVisible()).toBe(false)
    await page.reload()
    await page.getByRole('link', { name: 'Empieza aquí' }).waitFor()
    expect(await panel(page).isVisible()).toBe(false)
  })

  test('starts anew over data that are damaged, with no error in the console', async () => {
    const page = await openPage('about:blank')
    const said: string[] = []
    page.on('console', (message) => message.type() === 'error' && said.push(message.text()))
    page.on('pageerror', ({ message }) => said.push(message))
    // A blank page has no localStorage.
    await page.addInitScript(
      `if (location.host) localStorage.setItem('cuaderno-jwt:progreso:1', '{"version":1,"sol')`,
    )
    await page.goto('/')
    await page.getByRole('link', { name: 'Empieza aquí' }).waitFor()
    expect(await panel(page).isVisible()).toBe(false)
    expect(said).toEqual([])
  })

  test('is not there without JavaScript, nor the button of a lesson', async () => {
    const page = await openPage('/', { javaScriptEnabled: false })
    expect(await panel(page).isVisible()).toBe(false)
    await page.goto(FIRST)
    expect(await button(page, 'Marcar como hecha').isVisible()).toBe(false)
  })
})
