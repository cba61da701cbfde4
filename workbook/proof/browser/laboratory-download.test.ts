import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { chooseInMenu, LESSONS, openLaboratory, paste, solutionOf } from './laboratory-page.ts'

test.each(LESSONS)('hands over the file of lesson $number, as the terminal has it', async (lesson) => {
  const laboratory = await openLaboratory(`/lecciones/${lesson.slug}`)
  await paste(laboratory, solutionOf(lesson))
  const [download] = await Promise.all([
    laboratory.page.waitForEvent('download'),
    chooseInMenu(laboratory, 'Descarga el archivo'),
  ])
  expect(download.suggestedFilename()).toBe(lesson.manifest.archivo)
  expect(await text(await download.createReadStream())).toBe(solutionOf(lesson))
})
