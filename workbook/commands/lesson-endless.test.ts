import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BusyPort, busyPort } from '../proof/support/busy-port.ts'
import { DrivenSession } from '../proof/support/driven-session.ts'
import { ProjectCopy } from '../proof/support/project-copy.ts'

const FILE = join('lessons', '03-expiracion', 'expiracion.ts')
const LOOP = 'for (;;) {}'
const STUCK = 'Tu código entra en un bucle que no termina y lo he detenido: revisa la condición de salida'
const HANGS = 'Tu código no termina de cargarse y lo he detenido: busca un await de algo que no llega'

// One session for both: each time the engine waits for seconds before it loses its patience, and on a busy machine
// for as much longer as that is busy.
describe('lesson, with code that never ends', { timeout: 180_000 }, () => {
  let copy: ProjectCopy
  let session: DrivenSession
  let busy: BusyPort
  let solution: string
  let loop: string

  beforeAll(async () => {
    copy = await ProjectCopy.create()
    copy.solve(3)
    solution = copy.solution(3)
    loop = solution.replace('return { expiresIn', `${LOOP}\n  return { expiresIn`)
    busy = await busyPort()
    session = new DrivenSession(copy, ['lesson', '3'], { PORT: String(busy.port) })
    await session.says('Lección superada')
  }, 60_000)
  afterAll(async () => {
    await copy.remove()
    busy.free()
  })

  const recovers = async () => {
    session.save(copy.exercise(3), solution)
    await session.says('Lección superada')
  }

  test('stops an endless loop, tells its line and recovers', async () => {
    const line = loop.split('\n').findIndex((text) => text.includes(LOOP)) + 1
    session.save(copy.exercise(3), loop)
    await session.says(STUCK, `${FILE}:${line}`)
    await recovers()
  })

  test('stops a file that never loads and recovers', async () => {
    session.save(copy.exercise(3), `${solution}\nawait new Promise(() => {})\n`)
    await session.says(HANGS)
    await recovers()
  })

  test('leaves no process behind if it is closed while the code loops', async () => {
    session.save(copy.exercise(3), loop)
    await session.says('Comprobando…')
    expect(await session.close()).toEqual([])
  })
})
