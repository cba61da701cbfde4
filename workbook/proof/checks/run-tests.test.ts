import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ProjectCopy } from '../support/project-copy.ts'

const importing = "import { expect, test } from 'vitest'\n"
const again = (file: string) => `npx vitest run --project motor ${file}`

describe('checkEngine', { timeout: 30_000 }, () => {
  let copy: ProjectCopy
  const check = () => copy.problems('run-tests.ts', 'checkEngine')

  beforeAll(async () => {
    copy = await ProjectCopy.create()
  })
  afterAll(() => copy.remove())

  test('notices that there are no tests', async () => {
    expect(await check()).toEqual(['las pruebas del proyecto motor: no se ha encontrado ninguna'])
  })

  test('notices a red test, one that is skipped and a file that does not load', async () => {
    copy.write(
      'workbook/a.test.ts',
      `${importing}test('good', () => {})\ntest('red', () => {\n  expect({ a: 1 }).toEqual({ a: 2 })\n})`,
    )
    copy.write('workbook/b.test.ts', `${importing}test.skip('skipped', () => {})`)
    copy.write('docs/.vitepress/c.test.ts', "\nthrow new Error('does not load')")
    const [c, red, skipped] = (await check()).sort()
    expect(c).toBe(
      `docs/.vitepress/c.test.ts: docs/.vitepress/c.test.ts:2\ndoes not load\n${again('docs/.vitepress/c.test.ts')}`,
    )
    expect(red).toMatch(/^red: workbook\/a\.test\.ts:4\nexpected \{ a: 1 \} to deeply equal \{ a: 2 \}\n/)
    expect(red).toContain('-   "a": 2,\n+   "a": 1,')
    expect(red?.endsWith(again('workbook/a.test.ts'))).toBe(true)
    expect(skipped).toBe(`skipped: sin ejecutar (skipped)\n${again('workbook/b.test.ts')}`)
  })
})
