import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ProjectCopy } from '../support/project-copy.ts'

const STUBS = 'con los archivos de partida'
const SOLUTIONS = 'con las soluciones'
const OWN = 'con los módulos propios'

const IMPURE = 'process.exit()\ndocument.title\nexport {}\n'
const WRONG =
  '<script setup lang="ts">\nconst seconds: number = "1"\n</script>\n<template>{{ minutes }}</template>\n'

describe('checkTypes', { timeout: 60_000 }, () => {
  let copy: ProjectCopy
  let problems: string[]

  beforeAll(async () => {
    copy = await ProjectCopy.create()
    const config = JSON.parse(copy.read('tsconfig.json'))
    const include = ['lessons/03-expiracion/expiracion.ts', 'solutions/03-expiracion/expiracion.ts']
    include.push('workbook/given.mjs')
    copy.write('tsconfig.json', JSON.stringify({ ...config, include }))
    const solution = copy.read('solutions/03-expiracion/expiracion.ts')
    const wrong = solution.replace('return segundos\n', "return 'segundos'\n")

    copy.write(
      'solutions/03-expiracion/expiracion.ts',
      wrong.replace('const MARGEN =', 'const MARGEN: string ='),
    )
    copy.write(copy.exercisePath(3), 'const mine: number = "whatever I am trying"\n')
    copy.write('workbook/given.mjs', '/** @param {number} a */\nexport const f = (a) => a\nf("1")\n')
    for (const side of ['verdict', 'proof']) {
      const config = JSON.parse(copy.read(`workbook/${side}/tsconfig.json`))
      copy.write(`workbook/${side}/tsconfig.json`, JSON.stringify({ ...config, include: ['impure.ts'] }))
      copy.write(`workbook/${side}/impure.ts`, IMPURE)
    }
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
    expect(of(OWN)).toMatch(
      /lessons\/03-expiracion\/expiracion\.ts:\d+ Type 'string' is not assignable to type 'number'/,
    )
  })

  test('notices an error in plain JavaScript', () => {
    expect(of(STUBS)).toContain("workbook/given.mjs:3 Argument of type 'string' is not assignable")
  })

  test('lets the verdict know neither Node nor the browser, and the proofs both', () => {
    expect(of('el veredicto')).toContain("impure.ts:1 Cannot find name 'process'")
    expect(of('el veredicto')).toContain("impure.ts:2 Cannot find name 'document'")
    expect(of('las pruebas')).toBe('')
  })

  test('never reads what a learner wrote', () => {
    expect(problems.join()).not.toContain('mine')
  })

  test('tells again what is still wrong, and no longer what was mended', async () => {
    copy.write('workbook/given.mjs', 'export const given = 1\n')
    const still = await copy.problems('types.ts', 'checkTypes')
    expect(still.join()).not.toContain('given.mjs')
    expect(still).toEqual(problems.map((problem) => problem.replace(/\nworkbook\/given\.mjs.*/, '')))
  })
})

describe('checkSiteTypes', { timeout: 60_000 }, () => {
  let copy: ProjectCopy
  let problems: string[]

  beforeAll(async () => {
    copy = await ProjectCopy.create()
    const config = JSON.parse(copy.read('docs/tsconfig.json'))
    copy.write('docs/tsconfig.json', JSON.stringify({ ...config, include: ['.vitepress/Wrong.vue'] }))
    copy.write('docs/.vitepress/Wrong.vue', WRONG)
    problems = await copy.problems('types.ts', 'checkSiteTypes')
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
