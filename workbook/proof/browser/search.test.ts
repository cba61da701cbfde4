import { describe, expect, test, vi } from 'vitest'
import { notInSpanish, spokenTexts } from '../checks/spoken.ts'
import { openPage, PHONE } from './reader.ts'

async function search(text: string, viewport = PHONE) {
  const page = await openPage('/', { viewport })
  await page.getByRole('button', { name: 'Buscar en el cuaderno' }).click()
  await page.getByRole('searchbox').fill(text)
  return page
}

describe('the search', () => {
  test.each(['expiracion', 'EXPIRACIÓN', 'expiración'])('finds «expiración» by %s', async (text) => {
    const page = await search(text)
    const first = page.getByRole('listbox').getByRole('option').first()
    await first.waitFor()
    expect(await first.textContent()).toMatch(/expiraci[oó]n|expira/i)
  })

  test('leads to the section by keyboard', async () => {
    const page = await search('En qué se queda fuera')
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => url.pathname !== '/')
    expect(await page.locator('h1').textContent()).toBeTruthy()
  })

  test('says so in Spanish if it finds nothing', async () => {
    const page = await search('zzzxqw')
    await page.getByText('Sin resultados para').waitFor()
  })

  test('leads what people type to the word that the pages use', async () => {
    const page = await search('encriptar')
    await page.getByRole('option').getByText('cifrar', { exact: true }).first().waitFor()
  })

  test('opens with Ctrl+K, capitals on or off, and says nothing in English', async () => {
    const page = await openPage('/glosario')
    for (const key of ['k', 'K']) {
      // A page that is not hydrated yet does not listen.
      await vi.waitFor(async () => {
        await page.keyboard.press(`Control+${key}`)
        await page.getByRole('searchbox').waitFor({ timeout: 1000 })
      }, 20_000)
      expect(notInSpanish(spokenTexts(await page.content()))).toEqual([])
      await page.keyboard.press('Escape')
      await page.getByRole('searchbox').waitFor({ state: 'detached' })
    }
  })
})
