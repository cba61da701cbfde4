import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { appOf, composedIn, type Lesson, lessonsOf, type Part } from '../../curriculum/lesson.ts'
import { runVariants } from '../../runner/run-variants.ts'
import type { TestResult } from '../../verdict/model.ts'
import { type Outcome, outcome } from './outcome.ts'

const END: Record<Part, string> = { book: '', extension: ' de la ampliación' }

/**
 * Proves that the modules of each part work together as the learner's own: under the condition `mio`, with
 * each exercise solved and no file of `solutions/`, every specification is green against its own app
 * and against the one that the final exercise serves. What a lesson establishes still holds at the end.
 */
export async function checkComposition(lessons: readonly Lesson[]): Promise<Outcome[]> {
  const parts = (['book', 'extension'] as const).filter((part) => lessonsOf(part, lessons).length)
  const outcomes: Outcome[] = []
  for (const part of parts) outcomes.push(...(await checkPart(part, composedIn(part, lessons))))
  return outcomes
}

async function checkPart(part: Part, lessons: readonly Lesson[]): Promise<Outcome[]> {
  const solved = new Map(lessons.map(({ exercise, solution }) => [exercise, readFileSync(solution, 'utf8')]))
  const finished = readFileSync(join(appOf(lessons).folder, 'app.ts'), 'utf8')
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
    judge(`lección ${number}: verde con los módulos propios${END[part]}`, `${slug}-propia`),
    judge(`lección ${number}: la aplicación final${END[part]} la sigue cumpliendo`, `${slug}-final`),
  ])
}

function describeRed(tests: TestResult[]): string {
  const red = tests.filter(({ state }) => state !== 'passed')
  return red.map(({ title, failure }) => `${title} (${failure?.sentence ?? 'sin terminar'})`).join(' · ')
}
