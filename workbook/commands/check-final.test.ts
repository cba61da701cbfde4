import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ProjectCopy } from '../proof/support/project-copy.ts'

const EVERY_LESSON = [1, 2, 3, 4, 5, 6, 7, 8]

describe('check final', { timeout: 60_000 }, () => {
  let copy: ProjectCopy
  beforeEach(async () => {
    copy = await ProjectCopy.create()
  })
  afterEach(() => copy.remove())

  test('is green for the eight modules of the learner together, without those of solutions/', async () => {
    for (const number of EVERY_LESSON) {
      copy.solve(number)
      copy.write(copy.solutionPath(number), `${copy.solution(number)}\nthrow new Error('loaded')\n`)
    }
    const { code, output } = await copy.run(['check', 'final'])
    expect(code).toBe(0)
    expect(output).toContain('8 de 8 lecciones superadas')
  })
})
