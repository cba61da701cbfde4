import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BusyPort, busyPort } from '../proof/support/busy-port.ts'
import { DrivenSession } from '../proof/support/driven-session.ts'
import { ProjectCopy } from '../proof/support/project-copy.ts'

const ADDRESS = /http:\/\/127\.0\.0\.1:\d+/

// One session from its start to its end: the tests go in this order.
describe('lesson', { timeout: 60_000 }, () => {
  let copy: ProjectCopy
  let session: DrivenSession
  let busy: BusyPort
  let address: string

  beforeAll(async () => {
    copy = await ProjectCopy.create()
    busy = await busyPort(3000)
    session = new DrivenSession(copy, ['lesson', '3'])
  })
  afterAll(async () => {
    await session.close()
    await copy.remove()
    busy.free()
  })

  test('tells the file and the first thing to do', async () => {
    await session.says('Configurar tiempos de expiración', 'expiracion.ts', 'Aún falta el TODO 1')
  })

  test('serves the app in the next port if 3000 is busy', async () => {
    address = await session.match(ADDRESS)
    expect(Number(new URL(address).port)).toBeGreaterThan(3000)
  })

  test('creates a secret the first time', () => {
    expect(copy.read('.env')).toMatch(/^JWT_SECRETO=[\w-]{43}$/m)
  })

  test('answers in JSON, also where the lesson does not handle errors yet', async () => {
    const response = await fetch(`${address}/nada`)
    expect([response.status, await response.json()]).toEqual([404, { error: 'Ruta no encontrada' }])
  })

  test('tells that the lesson is done as soon as the solution is saved', async () => {
    session.save(copy.exercise(3), copy.solution(3))
    await session.says('Lección superada')
  })

  test('serves the app with what was saved', async () => {
    address = await session.match(ADDRESS)
    const body = JSON.stringify({ email: 'ana@example.com', password: 'clave-ana' })
    const headers = { 'Content-Type': 'application/json' }
    const response = await fetch(`${address}/login`, { method: 'POST', headers, body })
    expect(await response.json()).toHaveProperty('access_token')
  })

  test('remembers that the lesson is done', () => {
    expect(copy.read('.cuaderno/progreso.json')).toMatch(/"03-expiracion": \{\s+"done": true/)
  })

  test('leaves no process behind when it is closed', async () => {
    expect(await session.close()).toEqual([])
  })
})
