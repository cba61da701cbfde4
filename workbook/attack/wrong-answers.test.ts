import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { attackApp, LESSONS, loadApp } from '../proof/support/attacked-app.ts'
import { makeFolder, removeFolder } from '../proof/support/temp-folder.ts'
import exploitable from './exploitable.json' with { type: 'json' }
import { FAMILIES } from './families/all.ts'
import { allResults } from './score.ts'

/** By lesson, what is written wrong in such a way that somebody gets in, and the first attack that does. */
const EXPLOITABLE: Record<string, Record<string, string>> = exploitable

const ATTACKED = LESSONS.filter(({ number }) => number in EXPLOITABLE)

const folder = makeFolder()
afterAll(() => removeFolder(folder))

test.each(ATTACKED)('those of lesson $number are of its manifest', ({ number, manifest }) => {
  const known = Object.keys(EXPLOITABLE[number] ?? {})
  expect(known.length).toBeGreaterThan(1)
  expect(manifest.errores.map(({ escribes }) => escribes)).toEqual(expect.arrayContaining(known))
})

const cases = ATTACKED.flatMap((lesson) =>
  Object.entries(EXPLOITABLE[lesson.number] ?? {}).map(([escribes, title]) => ({
    ...{ lesson, number: lesson.number, escribes, title },
  })),
)

describe('a wrong answer', () => {
  test.concurrent.each(cases)('lets somebody in: $number, $escribes', async ({ lesson, escribes, title }) => {
    const mistake = lesson.manifest.errores.find((each) => each.escribes === escribes)
    const source = readFileSync(lesson.solution, 'utf8')
    const wrong = source.replace(mistake?.buscar ?? '', () => mistake?.poner ?? '')
    const one = FAMILIES.map((family) => ({
      ...family,
      attacks: family.attacks.filter((attack) => attack.title === title),
    }))
    const results = allResults(await attackApp(await loadApp(lesson, wrong, folder), lesson, one))
    expect(results.map(({ verdict }) => verdict)).toContain('in')
  })
})
