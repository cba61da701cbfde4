import { describe, expect, test } from 'vitest'
import { findBarriers } from './axe.ts'
import { LESSONS, openLaboratory, paste, showView, solutionOf } from './laboratory-page.ts'
import { overflowOf, PHONE } from './reader.ts'

const LESSON = LESSONS[2]!
/** Hundreds of requests, on a machine that may have other things to do. In milliseconds. */
const WHOLE_RAID = 60_000
const PATH = `/lecciones/${LESSON.slug}`
// Tokens that never expire are let in.
const ETERNAL = solutionOf(LESSON).replace(
  /if \(claims\.exp === undefined[\s\S]*?\n {4}return claims/,
  'return claims',
)

describe('the attacks of a lesson', () => {
  test(
    'are all held by the solution',
    async () => {
      const laboratory = await openLaboratory(PATH)
      const { bench, page } = laboratory
      await paste(laboratory, solutionOf(LESSON))
      await showView(laboratory, 'Ataques')
      await bench.getByRole('button', { name: 'Ataca tu API' }).press('Enter')
      const score = bench.locator('.ataques [aria-live]').filter({ hasText: /aguanta/ })
      await score.waitFor({ timeout: 50_000 })
      expect(await score.textContent()).toMatch(/aguanta (\d+) de \1 ataques/)
      const row = bench.getByRole('row', { name: /Cuándo vale: exp, nbf, iat/ })
      expect(await row.textContent()).toMatch(/✓ (\d+) de \1/)
      expect(await findBarriers(page)).toEqual([])
      await page.setViewportSize(PHONE)
      expect(await overflowOf(page)).toBeLessThanOrEqual(0)
    },
    WHOLE_RAID,
  )

  test(
    'say which one got in, why and with which request',
    async () => {
      const laboratory = await openLaboratory(PATH, { colorScheme: 'dark' })
      const { bench, page } = laboratory
      expect(ETERNAL).not.toBe(solutionOf(LESSON))
      await paste(laboratory, ETERNAL)
      await showView(laboratory, 'Ataques')
      await bench.getByRole('button', { name: 'Ataca tu API' }).press('Enter')
      const breach = bench.getByRole('listitem').filter({ hasText: /sin exp: entra \(200\)/ })
      await breach.locator('summary').press('Enter', { timeout: 50_000 })
      expect(await breach.textContent()).toMatch(/Lo impide: 3\. .*GET \/perfil HTTP\/1\.1/s)
      expect(await findBarriers(page)).toEqual([])
    },
    WHOLE_RAID,
  )

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
