import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { makeFolder, removeFolder } from '../proof/support/temp-folder.ts'
import { loadLesson, loadLessons } from './lessons.ts'
import { ORIGINALS, originalsOf, specificationOf } from './originals.ts'

const folder = makeFolder()
afterAll(() => removeFolder(folder))

const lesson = await loadLesson(3)

/** The lesson with something done to what judges it. */
function changed(change: (text: string) => string) {
  const spec = join(folder, 'copia.test.ts')
  mkdirSync(folder, { recursive: true })
  rmSync(spec, { force: true })
  writeFileSync(spec, change(readFileSync(lesson.spec, 'utf8')))
  return specificationOf({ ...lesson, spec })
}

describe('specificationOf', () => {
  test('knows the original', () => {
    expect(specificationOf(lesson).original).toBe(true)
  })

  test('is the same with the line ends of Windows', () => {
    expect(changed((text) => text.replaceAll('\n', '\r\n'))).toEqual(specificationOf(lesson))
  })

  test.each([
    ['a test less', (text: string) => text.replace(/test\(/, 'test.skip(')],
    ['a space more', (text: string) => `${text} `],
    ['nothing in it', () => ''],
  ])('notices %s', (_name, change) => {
    expect(changed(change).original).toBe(false)
  })
})

test('what is noted is of these lessons', async () => {
  expect(readFileSync(ORIGINALS, 'utf8')).toBe(originalsOf(await loadLessons()))
})
