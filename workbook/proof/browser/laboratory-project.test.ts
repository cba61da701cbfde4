import { text } from 'node:stream/consumers'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { draftKey } from '../../../docs/.vitepress/lab/drafts.ts'
import { LESSONS, openIn, solutionOf } from './laboratory-page.ts'
import { openPage } from './reader.ts'

/** The last exercise, with the solutions of these lessons as what its reader wrote. */
async function openFinal(solved: (number: number) => boolean) {
  const page = await openPage('/resumen')
  const written = LESSONS.filter(({ number }) => solved(number)).map((lesson) => [
    draftKey(lesson.slug),
    JSON.stringify({ text: solutionOf(lesson), failures: 0, hints: {} }),
  ])
  await page.evaluate((entries) => {
    for (const [key = '', draft = ''] of entries) localStorage.setItem(key, draft)
  }, written)
  await page.reload()
  return openIn(page)
}

const BUTTON = { name: 'Descarga tu API (ZIP)' }

test('hands over the eight modules as a project of their own', async () => {
  const { page, bench } = await openFinal(() => true)
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    bench.getByRole('button', BUTTON).press('Enter'),
  ])
  expect(download.suggestedFilename()).toBe('mi-api.zip')
  const zip = await text((await download.createReadStream()).setEncoding('latin1'))
  const files = unzipSync(Buffer.from(zip, 'latin1'))
  expect(Object.keys(files)).toEqual(expect.arrayContaining(['mi-api/src/token.ts', 'mi-api/package.json']))
  expect(strFromU8(files['mi-api/src/app.ts']!)).toContain("from './https.ts'")
  await bench.getByText('Descomprime el ZIP').waitFor()
}, 120_000)

test('says which modules are missing, and hands nothing over', async () => {
  const { bench } = await openFinal((number) => number !== 3 && number !== 5)
  await bench.getByRole('button', BUTTON).press('Enter')
  await bench
    .getByText('faltan 2 lecciones: la 3 (expiracion.ts) y la 5 (revocacion.ts).')
    .waitFor({ timeout: 60_000 })
}, 120_000)
