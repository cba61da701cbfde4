import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ProjectCopy } from '../support/project-copy.ts'

const importing = "import { expect, test } from 'vitest'\n"

describe('checkEngine', { timeout: 30_000 }, () => {
  let copy: ProjectCopy
  const check = () => copy.problems('engine.ts', 'checkEngine')

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
      `${importing}test('good', () => {})\ntest('red', () => expect(1).toBe(2))`,
    )
    copy.write('workbook/b.test.ts', `${importing}test.skip('skipped', () => {})`)
    copy.write('docs/.vitepress/c.test.ts', "throw new Error('does not load')")
    expect((await check()).sort()).toEqual([
      'docs/.vitepress/c.test.ts: does not load',
      expect.stringMatching(/^red: expected 1 to be 2/),
      'skipped: sin ejecutar (skipped)',
    ])
  })
})
