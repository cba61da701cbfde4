import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Lesson } from '../../curriculum/lesson.ts'
import { loadLessons } from '../../curriculum/lessons.ts'
import { runVariants } from '../../runner/run-variants.ts'
import { type Mutant, mutantsOf } from './mutate.ts'

/** Some never get an answer; one that only is slow would be taken for noticed, and never the other way round. */
const TEST_TIMEOUT_MS = 4000
const MINUTES = 60_000

describe.each(await loadLessons())('the tests of lesson $number', { timeout: 5 * MINUTES }, (lesson) => {
  test('notice every small change of the solution that changes what it does', async () => {
    const unnoticed = (await survivors(lesson)).map(({ change }) => change)
    const listed = lesson.manifest.equivalentes?.map(({ cambio }) => cambio) ?? []
    expect([...new Set(unnoticed)].sort()).toEqual([...listed].sort())
  })
})

/** Those that pass all tests. */
async function survivors({ exercise, solution, spec }: Lesson): Promise<Mutant[]> {
  const mutants = mutantsOf(readFileSync(solution, 'utf8'))
  const results = await runVariants(
    mutants.map(({ source }, index) => ({ id: `${index}`, spec, sources: new Map([[exercise, source]]) })),
    { stopAtFirstRed: true, testTimeout: TEST_TIMEOUT_MS },
  )
  return mutants.filter((_, index) => {
    const { tests = [], broken } = results.get(`${index}`) ?? {}
    return !broken && tests.length > 0 && tests.every(({ state }) => state === 'passed')
  })
}
