import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { type ContenderName, OWN, WITH_PEERS } from './names.ts'
import { hasPeers } from './peers.ts'
import { buildPrograms, MeasuredServer } from './processes.ts'

beforeAll(buildPrograms)

/** The statuses of `GET /perfil` with a valid token, with a forged one and without any. */
async function statuses(name: ContenderName, revoked?: number): Promise<number[]> {
  const server = await MeasuredServer.start(name, process.execPath, revoked)
  onTestFinished(() => server.stop())
  const [header, payload, signature = ''] = server.token.split('.')
  const forged = `${header}.${payload}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`
  const sent: (HeadersInit | undefined)[] = [
    { authorization: `Bearer ${server.token}` },
    { authorization: `Bearer ${forged}` },
    undefined,
  ]
  return Promise.all(sent.map(async (headers) => (await fetch(server.url, { headers })).status))
}

describe('the servers of npm run bench -- api', () => {
  const guarded = OWN.filter((name) => name.startsWith('a-mano'))

  test('the bare Express answers anybody', async () => {
    expect(await statuses('express')).toEqual([200, 200, 200])
  })

  test('the finished app lets in only the valid token, also with many revoked', async () => {
    expect(await statuses('terminada', 1000)).toEqual([200, 422, 401])
  })

  test.each(guarded)('%s lets in only the valid token', async (name) => {
    expect(await statuses(name)).toEqual([200, 401, 401])
  })

  // The bench installs them the first time that it runs.
  test.each(hasPeers() ? WITH_PEERS : [])('%s lets in only the valid token', async (name) => {
    expect(await statuses(name)).toEqual([200, 401, 401])
  })

  test('tell the processor time that they have used', async () => {
    const server = await MeasuredServer.start('express')
    onTestFinished(() => server.stop())
    const before = await server.cpu()
    await fetch(server.url)
    expect(await server.cpu()).toBeGreaterThan(before)
  })
})
