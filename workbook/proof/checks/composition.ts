import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { appOf, composedIn, type Lesson, lessonsOf, type Part } from '../../curriculum/lesson.ts'
import type { VariantResults } from '../../runner/run-variants.ts'
import type { Variant } from '../../runner/variants.ts'
import type { TestResult } from '../../verdict/model.ts'
import { type Outcome, outcome } from './outcome.ts'

const END: Record<Part, string> = { book: '', extension: ' de la ampliación' }

/** What `judgeComposition` judges. */
export function compositionVariants(lessons: readonly Lesson[]): Variant[] {
  return partsOf(lessons).flatMap(({ part, composed }) => {
    const solved = new Map(
      composed.map(({ exercise, solution }) => [exercise, readFileSync(solution, 'utf8')]),
    )
    const finished = readFileSync(join(appOf(composed).folder, 'app.ts'), 'utf8')
    return composed.flatMap(({ slug, spec, folder }): Variant[] => [
      { id: ownId(part, slug), spec, sources: solved, condition: 'mio' },
      {
        id: wholeId(part, slug),
        spec,
        sources: new Map([...solved, [join(folder, 'app.ts'), finished]]),
        condition: 'mio',
      },
    ])
  })
}

/**
 * Proves that the modules of each part work together as the learner's own: under the condition `mio`, with
 * each exercise solved and no file of `solutions/`, every specification is green against its own app
 * and against the one that the final exercise serves. What a lesson establishes still holds at the end.
 */
export function judgeComposition(lessons: readonly Lesson[], results: VariantResults): Outcome[] {
  const judge = (title: string, id: string) => {
    const { tests = [], broken } = results.get(id) ?? {}
    return outcome(title, broken ?? (tests.length ? describeRed(tests) : 'no hay pruebas'))
  }
  return partsOf(lessons).flatMap(({ part, composed }) =>
    composed.flatMap(({ number, slug }) => [
      judge(`lección ${number}: verde con los módulos propios${END[part]}`, ownId(part, slug)),
      judge(`lección ${number}: la aplicación final${END[part]} la sigue cumpliendo`, wholeId(part, slug)),
    ]),
  )
}

function partsOf(lessons: readonly Lesson[]) {
  const parts = (['book', 'extension'] as const).filter((part) => lessonsOf(part, lessons).length)
  return parts.map((part) => ({ part, composed: composedIn(part, lessons) }))
}

const ownId = (part: Part, slug: string) => `${part}-${slug}-propia`
const wholeId = (part: Part, slug: string) => `${part}-${slug}-final`

function describeRed(tests: TestResult[]): string {
  const red = tests.filter(({ state }) => state !== 'passed')
  return red.map(({ title, failure }) => `${title} (${failure?.sentence ?? 'sin terminar'})`).join(' · ')
}
