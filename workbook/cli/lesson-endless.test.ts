import { join } from 'node:path'
import { describe, test } from 'vitest'
import { busyPort } from '../testing/busy-port.ts'
import { DrivenSession } from '../testing/driven-session.ts'
import { ProjectCopy } from '../testing/project-copy.ts'

const FILE = join('lessons', '03-expiracion', 'expiracion.ts')
const LOOP = 'for (;;) {}'
const STUCK = 'Tu código entra en un bucle que no termina y lo he detenido: revisa la condición de salida'

// Each one waits for seconds until the engine loses its patience: at the same time, in its own copy.
describe.concurrent('lesson, with code that never ends', { timeout: 60_000 }, () => {
  /** A session whose lesson is done already, without a server. */
  async function startSolved() {
    const copy = await ProjectCopy.create()
    const busy = await busyPort()
    copy.solve(3)
    const session = new DrivenSession(copy, ['lesson', '3'], { PORT: String(busy.port) })
    await session.says('Lección superada')
    const end = async () => {
      const left = await session.close()
      copy.remove()
      busy.free()
      return left
    }
    return { session, end, file: copy.exercise(3), solution: copy.solution(3) }
  }

  test('stops an endless loop, tells its line and recovers', async ({ expect }) => {
    const { session, end, file, solution } = await startSolved()
    const loop = solution.replace('return { expiresIn', `${LOOP}\n  return { expiresIn`)
    const line = loop.split('\n').findIndex((text) => text.includes(LOOP)) + 1
    session.save(file, loop)
    await session.says(STUCK, `${FILE}:${line}`)
    session.save(file, solution)
    await session.says('Lección superada')
    session.save(file, loop)
    await session.says('Comprobando…')
    expect(await end(), 'closed while it loops, it leaves processes behind').toEqual([])
  })

  test('stops a file that never loads and recovers', async ({ expect }) => {
    const { session, end, file, solution } = await startSolved()
    session.save(file, `${solution}\nawait new Promise(() => {})\n`)
    await session.says(
      'Tu código no termina de cargarse y lo he detenido: busca un await de algo que no llega',
    )
    session.save(file, solution)
    await session.says('Lección superada')
    expect(await end()).toEqual([])
  })
})
