import { describe, expect, test } from 'vitest'
import { findBarriers } from './axe.ts'
import { LESSONS, openLaboratory, paste, showView, solutionOf } from './laboratory-page.ts'
import { PHONE } from './reader.ts'

const LESSON = LESSONS[2]!
const PATH = `/lecciones/${LESSON.slug}`
const OVERFLOW = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
// Tokens that never expire are let in.
const ETERNAL = solutionOf(LESSON).replace(
  /if \(claims\.exp === undefined[\s\S]*?\n {4}return claims/,
  'return claims',
)

describe('the attacks of a lesson', () => {
  test('are all blocked by the solution', async () => {
    const laboratory = await openLaboratory(PATH)
    const { bench, page } = laboratory
    await paste(laboratory, solutionOf(LESSON))
    await showView(laboratory, 'Ataques')
    await bench.getByRole('button', { name: 'Lanza los ataques de la lección' }).press('Enter')
    await bench.getByText('7 de 7 ataques bloqueados').waitFor({ timeout: 15_000 })
    const row = bench.getByRole('row', { name: /responde 422 a un token sin exp/ })
    expect(await row.textContent()).toMatch(/✓ bloqueado\s*GET \/perfil · con token → 422/)
    expect(await findBarriers(page)).toEqual([])
    await page.setViewportSize(PHONE)
    expect(await page.evaluate(OVERFLOW)).toBeLessThanOrEqual(0)
  })

  test('say which one got in, and the diagram marks where', async () => {
    const laboratory = await openLaboratory(PATH, { colorScheme: 'dark' })
    const { bench, page, said } = laboratory
    expect(ETERNAL).not.toBe(solutionOf(LESSON))
    await paste(laboratory, ETERNAL)
    await showView(laboratory, 'Ataques')
    await bench.getByRole('button', { name: 'Lanza los ataques de la lección' }).press('Enter')
    const row = bench.getByRole('row', { name: /responde 422 a un token sin exp/ })
    await expect
      .poll(() => row.textContent(), { timeout: 15_000 })
      .toMatch(/✗ entró\s*GET \/perfil · con token → 200/)
    expect(await findBarriers(page)).toEqual([])
    expect(await said.textContent()).not.toBe('')
  })

  test('draw the reply that the test did not want', async () => {
    const https = LESSONS[7]!
    const mistake = https.manifest.errores.find(({ veras }) => veras.includes('308') || veras.includes('403'))
    const laboratory = await openLaboratory(`/lecciones/${https.slug}`)
    const { bench, page } = laboratory
    await paste(
      laboratory,
      solutionOf(https).replace(mistake?.buscar ?? '', () => mistake?.poner ?? ''),
    )
    const drawing = bench.getByRole('img', { name: /aquí esperaba \d{3}, tu servidor dijo \d{3}/ })
    await drawing.waitFor({ timeout: 15_000 })
    expect(await drawing.locator('.equivocada').count()).toBeGreaterThan(0)
    expect(await findBarriers(page)).toEqual([])
  })
})
