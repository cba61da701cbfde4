import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadLesson } from '../curriculum/lessons.ts'
import { ROOT } from '../curriculum/paths.ts'
import { lineOf } from '../proof/broken/case.ts'
import { TEXT_CASES } from '../proof/broken/cases.ts'
import { tempFolder } from '../proof/support/temp-folder.ts'
import { explainWrongSyntax, preflight } from './preflight.ts'

// TypeScript is slow to load, and slower on a machine with other things to do.
beforeAll(() => explainWrongSyntax('a.ts', '('), 60_000)

const LESSON = await loadLesson(3)

/** The lesson with its exercise somewhere else, with this text. */
function withText(text: string | Uint8Array) {
  const folder = tempFolder()
  cpSync(LESSON.folder, folder, { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction')
  const exercise = join(folder, LESSON.manifest.archivo)
  writeFileSync(exercise, text)
  return { ...LESSON, folder, exercise }
}

describe('preflight, of a broken exercise', () => {
  const solution = readFileSync(LESSON.solution, 'utf8')

  test.each(TEXT_CASES)('explains $name', async ({ text = String, says, at }) => {
    const broken = text(solution)
    const lesson = withText(broken)
    const { failure } = await preflight(lesson)
    expect(failure?.sentence).toBe(says)
    if (at) expect(failure?.place).toEqual({ file: lesson.exercise, line: lineOf(String(broken), at) })
  })

  test('says nothing of the solution', async () => {
    expect(await preflight(withText(solution))).toEqual({ source: solution })
  })
})
