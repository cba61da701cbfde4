import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Lesson } from '../../curriculum/lesson.ts'
import { loadLessons } from '../../curriculum/lessons.ts'
import { runVariants } from '../../runner/run-variants.ts'
import { type Mutant, mutantsOf } from './mutate.ts'

/** Some never get an answer; one that only is slow is taken for noticed, and never the other way round. */
const SOON_MS = 4000
/** More than any that gets an answer needs, on a machine with other things to do. */
const LATE_MS = 60_000
const MINUTES = 60_000

describe.each(await loadLessons())('the tests of lesson $number', { timeout: 10 * MINUTES }, (lesson) => {
  test('notice every small change of the solution that changes what it does', async () => {
    const mutants = mutantsOf(readFileSync(lesson.solution, 'utf8'))
    const listed = lesson.manifest.equivalentes?.map(({ cambio }) => cambio) ?? []
    const soon = await survivors(lesson, mutants, SOON_MS)
    const missing = mutants.filter(({ change }) => listed.includes(change) && !soon.has(change))
    const late = await survivors(lesson, missing, LATE_MS)
    expect([...soon, ...late].sort()).toEqual([...listed].sort())
  })
})

/** The changes that pass all tests. `testTimeout` in milliseconds. */
async function survivors(
  { exercise, spec }: Lesson,
  mutants: readonly Mutant[],
  testTimeout: number,
): Promise<Set<string>> {
  const results = await runVariants(
    mutants.map(({ source }, index) => ({
      id: `${index}`,
      spec,
      sources: new Map([[exercise, source]]),
      stopAtFirstRed: true,
    })),
    { testTimeout },
  )
  const passed = mutants.filter((_, index) => {
    const { tests = [], broken } = results.get(`${index}`) ?? {}
    return !broken && tests.length > 0 && tests.every(({ state }) => state === 'passed')
  })
  return new Set(passed.map(({ change }) => change))
}
