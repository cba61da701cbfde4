import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Lesson } from '../../curriculum/lesson.ts'
import { runVariants } from '../../runner/run-variants.ts'
import type { TestResult } from '../../verdict/model.ts'
import { type Outcome, outcome } from './outcome.ts'

/**
 * Proves that the eight modules work together as the learner's own: under the condition `mio`, with
 * each exercise solved and no file of `solutions/`, every specification is green against its own app
 * and against the finished one. What a lesson establishes still holds at the end.
 */
export async function checkComposition(lessons: readonly Lesson[]): Promise<Outcome[]> {
  const solved = new Map(lessons.map(({ exercise, solution }) => [exercise, readFileSync(solution, 'utf8')]))
  const finished = readFileSync(join(lessons.at(-1)?.folder ?? '', 'app.ts'), 'utf8')
  const own = lessons.map(({ slug, spec }) => ({ id: `${slug}-propia`, spec, sources: solved }))
  const whole = lessons.map(({ slug, spec, folder }) => ({
    id: `${slug}-final`,
    spec,
    sources: new Map([...solved, [join(folder, 'app.ts'), finished]]),
  }))
  const results = await runVariants([...own, ...whole], { condition: 'mio' })
  const judge = (title: string, id: string) => {
    const { tests = [], broken } = results.get(id) ?? {}
    return outcome(title, broken ?? (tests.length ? describeRed(tests) : 'no hay pruebas'))
  }
  return lessons.flatMap(({ number, slug }) => [
    judge(`lección ${number}: verde con los ocho módulos propios`, `${slug}-propia`),
    judge(`lección ${number}: la aplicación final la sigue cumpliendo`, `${slug}-final`),
  ])
}

function describeRed(tests: TestResult[]): string {
  const red = tests.filter(({ state }) => state !== 'passed')
  return red.map(({ title, failure }) => `${title} (${failure?.sentence ?? 'sin terminar'})`).join(' · ')
}
