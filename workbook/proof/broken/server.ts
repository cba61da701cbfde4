import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DrivenSession } from '../support/driven-session.ts'
import { ProjectCopy } from '../support/project-copy.ts'
import { OBEYED, SOLVED } from './drive.ts'
import type { ServerCase } from './server-cases.ts'

const ADDRESS = /Servidor: (http:\/\/127\.0\.0\.1:\d+)/
const PATIENCE_MS = 5000

/** Runs all of these in the server of one session of lesson 2, which has to start again after each. */
export function describeServer(title: string, cases: readonly ServerCase[]): void {
  describe.sequential(title, { timeout: 240_000 }, () => {
    let copy: ProjectCopy
    let session: DrivenSession

    beforeAll(async () => {
      copy = await ProjectCopy.create()
      copy.solve(2)
      session = new DrivenSession(copy, ['lesson', '2'])
      await session.says(SOLVED)
    }, 120_000)
    afterAll(async () => {
      await session.close()
      copy.remove()
    })

    const address = async () => (await session.match(ADDRESS)).replace('Servidor: ', '')
    const ask = async () => {
      const asked = fetch(`${await address()}/perfil`, { signal: AbortSignal.timeout(PATIENCE_MS) })
      return asked.then(({ status }) => status).catch(() => undefined)
    }

    test.each(cases)('explains $name, and starts again', async ({ text, onRequest, says }) => {
      session.save(copy.exercise(2), text(copy.solution(2)))
      if (onRequest) await ask()
      await session.says(says)
      expect(session.raw).not.toMatch(OBEYED)
      session.save(copy.exercise(2), copy.solution(2))
      expect(await ask()).toBe(401)
    })

    test('leaves no process behind', async () => {
      expect(await session.close()).toEqual([])
    })
  })
}
