import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ProjectCopy } from '../support/project-copy.ts'

const STUBS = 'con los archivos de partida'
const SOLUTIONS = 'con las soluciones'
const OWN = 'con los módulos propios'

describe('checkTypes', { timeout: 60_000 }, () => {
  let copy: ProjectCopy
  let problems: string[]

  beforeAll(async () => {
    copy = await ProjectCopy.create()
    const config = JSON.parse(copy.read('tsconfig.json'))
    const include = ['lessons/03-expiracion/expiracion.ts', 'solutions/03-expiracion/expiracion.ts']
    copy.write('tsconfig.json', JSON.stringify({ ...config, include }))
    const solution = copy.read('solutions/03-expiracion/expiracion.ts')
    const wrong = solution.replace('return segundos\n', "return 'segundos'\n")

    copy.write(
      'solutions/03-expiracion/expiracion.ts',
      wrong.replace('const MARGEN =', 'const MARGEN: string ='),
    )
    copy.write(copy.exercisePath(3), 'const mine: number = "whatever I am trying"\n')
    problems = await copy.problems('types.ts', 'checkTypes')
  }, 60_000)
  afterAll(() => copy.remove())

  const of = (title: string) => problems.find((problem) => problem.startsWith(title)) ?? ''

  test('notices an error in a starting file', () => {
    expect(of(STUBS)).toContain(
      "lessons/03-expiracion/expiracion.ts:8 Type 'number' is not assignable to type 'string'",
    )
  })

  test('notices an error in a solution', () => {
    expect(of(SOLUTIONS)).toContain("Type 'string' is not assignable to type 'number'")
  })

  test('notices an error in the modules of a learner who solved them', () => {
    expect(of(OWN)).toContain(
      "lessons/03-expiracion/expiracion.ts:19 Type 'string' is not assignable to type 'number'",
    )
  })

  test('never reads what a learner wrote', () => {
    expect(problems.join()).not.toContain('mine')
  })
})
