import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { composedIn, FINALS } from '../curriculum/lesson.ts'
import { LESSONS } from '../curriculum/lessons.ts'
import { ProjectCopy } from '../proof/support/project-copy.ts'

describe('check final', { timeout: 120_000 }, () => {
  let copy: ProjectCopy
  beforeEach(async () => {
    copy = await ProjectCopy.create()
  })
  afterEach(() => copy.remove())

  test.each(['book', 'extension'] as const)(
    'is green for the learner’s modules, without those of solutions/: %s',
    async (part) => {
      const lessons = composedIn(part, LESSONS)
      for (const { number } of lessons) {
        copy.solve(number)
        copy.write(copy.solutionPath(number), `${copy.solution(number)}\nthrow new Error('loaded')\n`)
      }
      const { code, output } = await copy.run(['check', FINALS[part]])
      expect(output).toContain(`${lessons.length} de ${lessons.length} lecciones superadas`)
      expect(code).toBe(0)
    },
  )
})
