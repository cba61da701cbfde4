import { beforeAll, describe, expect, inject, test } from 'vitest'
import { lessonsOf, type Part } from '../../curriculum/lesson.ts'
import { loadLessons } from '../../curriculum/lessons.ts'
import { SILENCE_MS } from '../../verdict/explain/limits.mjs'
import { casesOf } from './cases.ts'
import { judgeInNode } from './in-node.ts'
import { useLaboratory } from './in-page.ts'
import { ofAnyEngine, type Verdict, verdictOf } from './verdict.ts'

// More than a busy machine needs, and less than the silence that ends a whole run: who waits for an answer
// that never comes is told by its test, on both sides.
const TEST_TIMEOUT_MS = SILENCE_MS - 1000
const MINUTES = 60_000

const inEngine = (verdict: Verdict) => (inject('inFirefox') ? ofAnyEngine(verdict) : verdict)

/** Describes that the page judges each answer to the lessons of a part of the workbook as Node does. */
export async function describeParity(part: Part): Promise<void> {
  const lessons = lessonsOf(part, await loadLessons())
  const laboratory = useLaboratory()

  describe.each(lessons)('lesson $number', (lesson) => {
    const cases = casesOf(lesson)
    let inNode: Map<string, Verdict[]>

    beforeAll(async () => {
      inNode = await judgeInNode(cases, TEST_TIMEOUT_MS)
    }, 4 * MINUTES)

    // Once more, both of them: a machine with other things to do may lose a request to a timeout, and a Worker
    // that has judged another answer may have something of it left.
    test.for(cases)('$id: the page judges as Node', { retry: 1 }, async (one, { task }) => {
      const isRetry = Boolean(task.result?.retryCount)
      const options = { testTimeout: TEST_TIMEOUT_MS, saving: one.isWrong && !isRetry }
      const { tests, problems } = await laboratory.run(lesson.number, one.source, options)
      const verdicts = isRetry ? await judgeInNode([one], TEST_TIMEOUT_MS) : inNode
      const expected = (verdicts.get(one.id) ?? []).map(inEngine)
      const found = tests.map(verdictOf).map(inEngine)
      expect(problems).toEqual([])
      expect(found).toEqual(comparable(expected, found))
    })
  })
}

/** Node's verdicts, but for what the page did not wait for and the lines that only the console tells. */
function comparable(inNode: readonly Verdict[], inPage: readonly Verdict[]): Verdict[] {
  return inNode.map((verdict, index) => {
    const other = inPage[index]
    if (other?.state === 'pending') return other
    return verdict.line === undefined ? { ...verdict, line: other?.line } : verdict
  })
}
