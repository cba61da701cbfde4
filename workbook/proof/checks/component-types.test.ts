import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ProjectCopy } from '../support/project-copy.ts'

const WRONG =
  '<script setup lang="ts">\nconst seconds: number = "1"\n</script>\n<template>{{ minutes }}</template>\n'

describe('checkComponentTypes', { timeout: 60_000 }, () => {
  let copy: ProjectCopy
  let problems: string[]

  beforeAll(async () => {
    copy = await ProjectCopy.create()
    copy.write('docs/.vitepress/Wrong.vue', WRONG)
    problems = await copy.problems('component-types.ts', 'checkComponentTypes')
  }, 60_000)
  afterAll(() => copy.remove())

  test('notices an error in the script of a component', () => {
    expect(problems.join()).toContain(
      "Wrong.vue(2,7): error TS2322: Type 'string' is not assignable to type 'number'",
    )
  })

  test('notices an error in its template', () => {
    expect(problems.join()).toMatch(/Wrong\.vue\(4,.*'minutes' does not exist/)
  })
})
