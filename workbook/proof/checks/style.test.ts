import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ProjectCopy } from '../support/project-copy.ts'

// One of each kind that the house forbids: what stands below, imported from above.
const CROSSINGS = {
  'lessons/comun/cruce.ts': '../../workbook/session/session.ts',
  'solutions/03-expiracion/cruce.ts': '../../workbook/curriculum/paths.ts',
  'workbook/start/crossing.mjs': '../runner/early-worker.mjs',
  'workbook/guards/crossing.mjs': '../runner/early-worker.mjs',
  'workbook/curriculum/crossing.ts': '../verdict/model.ts',
  'workbook/verdict/crossing.ts': '../runner/preflight.ts',
  'workbook/runner/crossing.ts': '../learner/progress.ts',
  'workbook/learner/crossing.ts': '../session/choice.ts',
  'workbook/lab/page/crossing.ts': '../../runner/watchdog.ts',
  'workbook/session/actions/crossing.ts': '../../commands/texts.ts',
  'workbook/commands/crossing.ts': '../proof/main.ts',
  'docs/.vitepress/live/crossing.ts': '../../../workbook/session/state.ts',
}

const VUE_CROSSING = `<script setup lang="ts">\nimport { STARTING } from '../../../workbook/session/state.ts'\n</script>\n<template>{{ STARTING }}</template>\n`

describe('checkStyle', { timeout: 30_000 }, () => {
  let copy: ProjectCopy
  let problems: string[]

  beforeAll(async () => {
    copy = await ProjectCopy.create()
    copy.write('workbook/ugly.ts', 'export const a = "1";\n')
    copy.write('workbook/wrong.ts', 'export function f(a: number) {\n  debugger\n  return a\n}\n')
    copy.write(copy.exercisePath(3), 'const   mine = "my own style";\n')
    for (const [path, other] of Object.entries(CROSSINGS)) copy.write(path, `export * from '${other}'\n`)
    copy.write('docs/.vitepress/live/Crossing.vue', VUE_CROSSING)
    problems = await copy.problems('style.ts', 'checkStyle')
  }, 30_000)
  afterAll(() => copy.remove())

  test('notices a file that is not formatted', () => {
    expect(problems.join()).toContain('ugly.ts')
  })

  test('notices a rule that is broken', () => {
    expect(problems.join()).toContain('wrong.ts')
  })

  test.each([...Object.keys(CROSSINGS), 'docs/.vitepress/live/Crossing.vue'])(
    'notices the crossing of %s',
    (path) => {
      expect(problems.join()).toContain(`noRestrictedImports,file=${copy.folder}/${path},`)
    },
  )

  test('leaves alone what a learner wrote', () => {
    expect(problems.join()).not.toContain('expiracion.ts')
  })
})
