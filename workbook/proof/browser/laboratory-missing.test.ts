import { expect, test } from 'vitest'
import { openPage } from './reader.ts'

// Each way to hide it, and how it is named.
test.each([
  ['delete globalThis.Worker', 'Worker (ejecuta tu código sin detener la página)'],
  ['delete globalThis.WebAssembly', 'WebAssembly (calcula scrypt)'],
  ['delete Crypto.prototype.subtle', 'crypto.subtle (solo existe en https:// y en localhost)'],
  ['delete Array.prototype.findLast', 'un JavaScript de 2023 o posterior'],
])('after «%s» the laboratory says in one sentence that it lacks %s', async (hide, name) => {
  const page = await openPage('about:blank')
  await page.addInitScript(hide)
  await page.goto('/lecciones/03-expiracion')
  const laboratory = page.locator('.laboratorio')
  await page.getByRole('button', { name: 'Resuélvelo aquí' }).first().press('Enter')
  expect(await laboratory.getByRole('alert').textContent()).toBe(
    `El laboratorio no funciona en este navegador porque le falta ${name}: usa un Chromium o un Firefox actual, o la terminal.`,
  )
  expect(await laboratory.getByRole('textbox').count()).toBe(0)
})
