import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ProjectCopy } from '../proof/support/project-copy.ts'
import { writeProgress } from '../proof/support/write-progress.ts'
import { TEXTS as SESSION } from '../session/texts.ts'
import { TEXTS as SHARED } from '../verdict/texts.ts'
import { TEXTS } from './texts.ts'

describe('npm run compara', { timeout: 30_000 }, () => {
  let copy: ProjectCopy
  beforeAll(async () => {
    copy = await ProjectCopy.create()
  })
  afterAll(() => copy.remove())

  const ask = (...args: string[]) => copy.run(['compara', ...args])

  test('asks first while the tests are red', async () => {
    expect(await ask('3')).toEqual({
      code: 0,
      output: `${SESSION.askSolution('repite con: npm run compara 3 si')}\n`,
    })
  })

  test.each(['si', 'sí', '--si'])('shows what is left to write to whoever insists: %s', async (answer) => {
    const { code, output } = await ask('3', answer)
    expect([code, output.split('\n').slice(0, 2)]).toEqual([0, [SHARED.mine, SHARED.theirs]])
    expect(output).toContain("-   throw new Error('TODO 2: expira-en')\n+   return { expiresIn: segundos }\n")
  })

  test('shows it at once if the lesson is solved', async () => {
    writeProgress(copy, { '03-expiracion': { done: true } })
    copy.solve(3)
    expect(await ask('3')).toEqual({ code: 0, output: `${SHARED.same}\n` })
  })

  test('asks for the number of a lesson', async () => {
    expect(await ask('si')).toEqual({ code: 1, output: `${TEXTS.whichLesson('compara')}\n` })
  })
})
