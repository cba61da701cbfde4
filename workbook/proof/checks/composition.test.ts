import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Lesson } from '../../curriculum/lesson.ts'
import { ROOT } from '../../curriculum/paths.ts'
import { fakeLesson } from '../support/fake-lesson.ts'
import { checkComposition } from './composition.ts'

/** A lesson whose exercise brings its own tests, and whose app says that it is the finished one. */
function lesson(spec: string): Lesson {
  const file = join(ROOT, 'lessons', '99-falsa', 'falsa.test.ts')
  const fake = { ...fakeLesson({ solution: spec }), slug: '99-falsa', exercise: file, spec: file }
  writeFileSync(join(fake.folder, 'app.ts'), "export const app = 'final'")
  return fake
}

// It finds itself under the name of a solution only where the solutions are the learner's own.
const SPEC = `import { expect, test } from 'vitest'
import * as own from '#solucion/99-falsa/falsa.test.ts'
export const uno = 1
test('lo suyo es lo mío', () => expect(own.uno, 'frase').toBe(1))
`

describe('checkComposition', { timeout: 30_000 }, () => {
  test('finds nothing wrong if every specification is green', async () => {
    const outcomes = await checkComposition([lesson(SPEC)])
    expect(outcomes.filter(({ problem }) => problem)).toEqual([])
    expect(outcomes).toHaveLength(2)
  })

  test('notices a red specification, with its sentence', async () => {
    const [own] = await checkComposition([lesson(SPEC.replace('toBe(1)', 'toBe(2)'))])
    expect(own?.problem).toBe('lo suyo es lo mío (frase)')
  })

  test('notices a specification that does not load', async () => {
    const [own] = await checkComposition([lesson("import './no-existe.ts'")])
    expect(own?.problem).toBeTruthy()
  })
})
