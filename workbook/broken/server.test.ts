import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DrivenSession } from '../testing/driven-session.ts'
import { ProjectCopy } from '../testing/project-copy.ts'
import { SERVER_CASES } from './server-cases.ts'

const SOLVED = 'Lección superada'
const ADDRESS = /Servidor: (http:\/\/127\.0\.0\.1:\d+)/
// biome-ignore lint/suspicious/noControlCharactersInRegex: those that the terminal would obey.
const OBEYED = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/
const PATIENCE_MS = 5000

// The learner's server runs their code too, in a process of its own that the tests do not look at.
describe('the server of a session, with code that', { timeout: 60_000 }, () => {
  let copy: ProjectCopy
  let session: DrivenSession

  beforeAll(async () => {
    copy = await ProjectCopy.create()
    copy.solve(2)
    session = new DrivenSession(copy, ['lesson', '2'])
    await session.says(SOLVED)
  }, 60_000)
  afterAll(async () => {
    await session.close()
    copy.remove()
  })

  const address = async () => (await session.match(ADDRESS)).replace('Servidor: ', '')
  const ask = async () => {
    const asked = fetch(`${await address()}/perfil`, { signal: AbortSignal.timeout(PATIENCE_MS) })
    return asked.then(({ status }) => status).catch(() => undefined)
  }

  test.each(SERVER_CASES)('explains $name, and starts again', async ({ text, onRequest, says }) => {
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
