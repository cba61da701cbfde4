import jwt from 'jsonwebtoken'
import { expect, test } from 'vitest'
import { findBarriers } from './axe.ts'
import { openPage, overflowOf, PHONE } from './reader.ts'

const STRONG = 'Kx9w2q-0Zt7Vb4nR8yLm3Pf6Hs1Dc5Gj'

async function openInspector(options = {}) {
  const page = await openPage('/inspector', options)
  const token = page.getByRole('textbox', { name: 'Token' })
  await token.waitFor()
  return {
    page,
    token,
    key: page.getByRole('textbox', { name: /^Secreto/ }),
    said: page.locator('[data-widget] [aria-live]'),
  }
}

test('reads the example by keyboard and warns about it', async () => {
  const { page, said } = await openInspector()
  await page.getByRole('button', { name: 'Usar un ejemplo' }).press('Enter')
  await said.getByText('Su secreto es de los primeros que se prueban: «secreto»').waitFor()
  expect(await said.getByRole('listitem').allTextContents()).toEqual([
    'Su secreto es de los primeros que se prueban: «secreto»',
    'No expira nunca: le falta exp',
    'El claim «email» lo lee cualquiera que tenga el token',
  ])
})

test('says that a signature is good only with its secret', async () => {
  const { token, key, said } = await openInspector()
  await token.fill(`Bearer ${jwt.sign({ sub: '1' }, STRONG, { expiresIn: 60 })}`)
  await said.getByText('Ningún aviso.').waitFor()
  await said.getByText('Firma sin verificar').waitFor()
  await key.fill('otro')
  await said.getByText('La firma no es de esa clave.').waitFor()
  await key.fill(STRONG)
  await said.getByText('La firma es de esa clave.').waitFor()
})

test('says what is not a token', async () => {
  const { token, said } = await openInspector()
  await token.fill('hola')
  await said.getByText('No tiene la forma de un JWT').waitFor()
  expect(await said.getByRole('listitem').count()).toBe(0)
})

test('works without a network and keeps nothing', async () => {
  const { page, said } = await openInspector()
  await page.waitForLoadState('networkidle')
  const sent: (string | null)[] = []
  page.on('request', (request) => sent.push(request.url(), request.postData()))
  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Usar un ejemplo' }).click()
  await said.getByText('Su secreto es').waitFor()
  // VitePress fetches ahead the pages that are linked: what matters is that no token is in a request.
  expect(sent.filter((text) => text?.includes('eyJ'))).toEqual([])
  expect(await page.evaluate('JSON.stringify([{ ...localStorage }, { ...sessionStorage }])')).not.toContain(
    'eyJ',
  )
})

test.each(['light', 'dark'] as const)('has no barrier in %s, nor on a telephone', async (colorScheme) => {
  const { page, said } = await openInspector({ colorScheme, viewport: PHONE })
  await page.getByRole('button', { name: 'Usar un ejemplo' }).click()
  await said.getByText('Su secreto es').waitFor()
  expect(await findBarriers(page)).toEqual([])
  expect(await overflowOf(page)).toBeLessThanOrEqual(0)
})
