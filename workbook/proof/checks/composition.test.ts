import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Lesson, Part } from '../../curriculum/lesson.ts'
import { ROOT } from '../../curriculum/paths.ts'
import { runVariants } from '../../runner/run-variants.ts'
import { fakeLesson } from '../support/fake-lesson.ts'
import { compositionVariants, judgeComposition } from './composition.ts'
import type { Outcome } from './outcome.ts'

/** A lesson whose exercise brings its own tests, and whose app says that it is the finished one. */
function lesson(spec: string, slug = '99-falsa', part: Part = 'book'): Lesson {
  const file = join(ROOT, 'lessons', slug, 'falsa.test.ts')
  const fake = fakeLesson({ solution: spec, app: "export const app = 'final'" })
  // The app that the final one stands in for lies where the specification does.
  return { ...fake, slug, part, exercise: file, spec: file }
}

// It finds itself under the name of a solution only where the solutions are the learner's own.
const SPEC = `import { expect, test } from 'vitest'
import * as own from '#solucion/99-falsa/falsa.test.ts'
export const uno = 1
test('lo suyo es lo mío', () => expect(own.uno, 'frase').toBe(1))
`

async function checkComposition(lessons: readonly Lesson[]): Promise<Outcome[]> {
  return judgeComposition(lessons, await runVariants(compositionVariants(lessons)))
}

describe('judgeComposition', { timeout: 30_000 }, () => {
  test('finds nothing wrong if every specification is green', async () => {
    const outcomes = await checkComposition([lesson(SPEC)])
    expect(outcomes.filter(({ problem }) => problem)).toEqual([])
    expect(outcomes).toHaveLength(2)
  })

  test('notices a red specification, with its sentence', async () => {
    const [own] = await checkComposition([lesson(SPEC.replace('toBe(1)', 'toBe(2)'))])
    expect(own?.problem).toBe('lo suyo es lo mío (frase)')
  })

  test('puts the book together without the extension, and the extension with the book', async () => {
    const more = lesson(SPEC.replaceAll('99-falsa', '98-otra'), '98-otra', 'extension')
    const outcomes = await checkComposition([lesson(SPEC), more])
    expect(outcomes.filter(({ problem }) => problem)).toEqual([])
    expect(outcomes.map(({ title }) => title.includes('ampliación'))).toEqual([
      ...[false, false],
      ...[true, true, true, true],
    ])
  })

  test('notices a specification that does not load', async () => {
    const [own] = await checkComposition([lesson("import './no-existe.ts'")])
    expect(own?.problem).toBeTruthy()
  })
})
