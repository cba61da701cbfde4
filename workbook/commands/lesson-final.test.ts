import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DrivenSession } from '../proof/support/driven-session.ts'
import { ProjectCopy } from '../proof/support/project-copy.ts'

const DONE = 'Todos tus módulos funcionan juntos. Has terminado el cuaderno.'

// One session from its start to its end: the tests go in this order.
describe('lesson final', { timeout: 60_000 }, () => {
  let copy: ProjectCopy
  let session: DrivenSession

  beforeAll(async () => {
    copy = await ProjectCopy.create()
    for (let number = 1; number <= 8; number++) copy.solve(number)
    session = new DrivenSession(copy, ['lesson', 'final'])
  })
  afterAll(async () => {
    await session.close()
    await copy.remove()
  })

  test('is green with the eight modules of the learner', async () => {
    await session.says(DONE)
  })

  test('serves the app of the learner over HTTPS and sends visitors there', async () => {
    const secure = await session.match(/https:\/\/localhost:\d+/)
    const plain = await session.match(/http:\/\/127\.0\.0\.1:\d+/)
    const { status, headers } = await fetch(`${plain}/perfil`, { redirect: 'manual' })
    expect([status, headers.get('location')]).toEqual([308, `${secure}/perfil`])
  })

  test('leaves no process behind when it is closed', async () => {
    expect(await session.close()).toEqual([])
  })
})
