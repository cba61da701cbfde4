import type { Lesson } from '../../curriculum/lesson.ts'
import { loadLessons } from '../../curriculum/lessons.ts'
import { paintFor } from '../../session/report/paint.ts'
import { CHECKS } from '../checks/all.ts'
import type { Check, Outcome } from '../checks/outcome.ts'

const paint = paintFor(process.stdout)

/** `npm test`: proves the whole workbook, whatever a learner has written in the exercises. */
export async function test(): Promise<number> {
  const lessons = await loadLessons()
  let passed = 0
  let failed = 0
  for (const check of CHECKS) {
    const outcomes = await runCheck(check, lessons)
    const problems = outcomes.filter(({ problem }) => problem)
    passed += outcomes.length - problems.length
    failed += problems.length
    for (const { title, problem } of problems)
      console.log(`    ${paint('red', '✗')} ${title}\n        ${problem}`)
  }
  console.log(`\n${passed} passed, ${failed} failed`)
  return failed ? 1 : 0
}

async function runCheck({ name, run }: Check, lessons: readonly Lesson[]): Promise<Outcome[]> {
  const start = performance.now()
  const outcomes = await run(lessons)
  const bad = outcomes.some(({ problem }) => problem)
  const seconds = ((performance.now() - start) / 1000).toFixed(1).replace('.', ',')
  console.log(`${bad ? paint('red', '✗') : paint('green', '✓')} ${name} (${outcomes.length}) · ${seconds} s`)
  return outcomes
}
