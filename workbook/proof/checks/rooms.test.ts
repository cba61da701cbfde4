import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROOT } from '../../curriculum/paths.ts'
import { ProjectCopy } from '../support/project-copy.ts'

const DRAWING = 'CONTRIBUTING.md'

describe('checkRooms', { timeout: 30_000 }, () => {
  let copy: ProjectCopy
  let problems: string[]

  beforeAll(async () => {
    copy = await ProjectCopy.create()
    copy.write('workbook/verdict/crossing.ts', "export { Session } from '../session/session.ts'\n")
    copy.write(
      'docs/.vitepress/live/Crossing.vue',
      "<script setup>\nimport('../../../workbook/learner/copies.ts')\n</script>\n",
    )
    mkdirSync(join(copy.folder, 'workbook', 'attic'))
    copy.write('workbook/attic/box.ts', "export const BOX = ''\n")
    const drawing = readFileSync(join(ROOT, DRAWING), 'utf8')
    copy.write(DRAWING, drawing.replace('ya construido | nada |', 'ya construido | `runner` |'))
    problems = await copy.problems('rooms.ts', 'checkRooms')
  }, 30_000)
  afterAll(() => copy.remove())

  test.each([
    ['a room that is not drawn', 'CONTRIBUTING dibuja todos los cuartos: workbook/attic'],
    [
      'an arrow that is not drawn',
      'workbook/verdict: conoce lo que dice el dibujo: importa workbook/session',
    ],
    [
      'one from a component of the site',
      'docs/.vitepress: conoce lo que dice el dibujo: importa workbook/learner',
    ],
    ['an arrow that no import takes', 'workbook/start: conoce lo que dice el dibujo: no usa workbook/runner'],
  ])('notices %s', (_what, problem) => {
    expect(problems).toContain(problem)
  })

  test('finds nothing else', () => {
    expect(problems).toHaveLength(4)
  })
})
