import { expect, test } from 'vitest'
import { openPage } from './reader.ts'

test('a lesson can be read without JavaScript, and says what needs it', async () => {
  const page = await openPage('/lecciones/03-expiracion', { javaScriptEnabled: false })
  await page.getByRole('heading', { level: 1, name: 'Configurar tiempos de expiración' }).waitFor()
  await page.getByText('Este taller necesita JavaScript').first().waitFor()
  expect(await page.getByText('Cargando…').first().isVisible()).toBe(false)
})

test('an address that is of no page says so without JavaScript, and leads home', async () => {
  const page = await openPage('/lecciones/09-nada', { javaScriptEnabled: false })
  await page.getByRole('heading', { level: 1, name: 'Página no encontrada' }).waitFor()
  await page.getByRole('link', { name: 'Volver al inicio' }).click()
  await page.waitForURL((url) => url.pathname === '/')
})
