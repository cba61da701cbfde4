import { expect, test } from 'vitest'
import { findBarriers } from './axe.ts'
import { openPage } from './reader.ts'

test('an address that is of no page says so in Spanish and leads home', async () => {
  const page = await openPage('/lecciones/09-nada')
  await page.getByText('Página no encontrada').waitFor()
  expect(await findBarriers(page)).toEqual([])
  await page.getByRole('link', { name: 'Volver al inicio' }).click()
  await page.waitForURL((url) => url.pathname === '/')
})
