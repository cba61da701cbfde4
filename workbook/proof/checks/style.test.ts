import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ProjectCopy } from '../support/project-copy.ts'

describe('checkStyle', { timeout: 30_000 }, () => {
  let copy: ProjectCopy
  let problems: string[]

  beforeAll(async () => {
    copy = await ProjectCopy.create()
    copy.write('workbook/ugly.ts', 'export const a = "1";\n')
    copy.write('workbook/wrong.ts', 'export function f(a: number) {\n  debugger\n  return a\n}\n')
    copy.write(copy.exercisePath(3), 'const   mine = "my own style";\n')
    problems = await copy.problems('style.ts', 'checkStyle')
  }, 30_000)
  afterAll(() => copy.remove())

  test('notices a file that is not formatted', () => {
    expect(problems.join()).toContain('ugly.ts')
  })

  test('notices a rule that is broken', () => {
    expect(problems.join()).toContain('wrong.ts')
  })

  test('leaves alone what a learner wrote', () => {
    expect(problems.join()).not.toContain('expiracion.ts')
  })
})
