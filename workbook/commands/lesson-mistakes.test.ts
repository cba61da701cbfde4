import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BusyPort, busyPort } from '../proof/support/busy-port.ts'
import { DrivenSession } from '../proof/support/driven-session.ts'
import { ProjectCopy } from '../proof/support/project-copy.ts'

const FILE = join('lessons', '03-expiracion', 'expiracion.ts')
const EXPIRA_EN = 'return { expiresIn: segundos }'

// One session for all of them, which has to recover each time. Its server never gets a port.
describe('lesson, with a mistake', { timeout: 60_000 }, () => {
  let copy: ProjectCopy
  let session: DrivenSession
  let busy: BusyPort
  let solution: string

  beforeAll(async () => {
    copy = await ProjectCopy.create()
    solution = copy.solution(3)
    busy = await busyPort()
    session = new DrivenSession(copy, ['lesson', '3'], { PORT: String(busy.port) })
    await session.says('Aún falta el TODO 1')
  }, 60_000)
  afterAll(async () => {
    await session.close()
    await copy.remove()
    busy.free()
  })

  const recovers = async () => {
    session.save(copy.exercise(3), solution)
    await session.says('Lección superada')
  }

  test('explains that the port in PORT is busy, and goes on', async () => {
    await session.says(
      `El puerto ${busy.port} está ocupado: cierra el programa que lo usa o elige otro en PORT`,
    )
    await recovers()
  })

  test.each<[string, (solution: string) => string, string]>([
    [
      'an unknown package',
      (solution) => `import 'jsonwebtokn'\n${solution}`,
      'No se encuentra «jsonwebtokn»: revisa cómo está escrito en el import; el cuaderno no necesita paquetes nuevos',
    ],
    [
      'process.exit',
      (solution) => solution.replace(EXPIRA_EN, `process.exit(1)\n  ${EXPIRA_EN}`),
      'Tu código llama a process.exit(), que apagaría el servidor: quítalo y lanza un error en su lugar',
    ],
    [
      'a promise that nobody awaits',
      (solution) => solution.replace(EXPIRA_EN, `void Promise.reject(new Error('suelta'))\n  ${EXPIRA_EN}`),
      'Una promesa rechazada se quedó sin await y sin catch: Error: suelta',
    ],
    [
      'an error in a timer',
      (solution) =>
        solution.replace(EXPIRA_EN, `setTimeout(() => { throw new Error('tarde') })\n  ${EXPIRA_EN}`),
      'Un error que nadie atrapa, fuera de la solicitud: Error: tarde',
    ],
  ])('explains %s and recovers', async (_what, spoil, sentence) => {
    session.save(copy.exercise(3), spoil(solution))
    await session.says(sentence)
    await recovers()
  })

  // Nothing runs with these: what follows any of them tells that the session goes on.
  test.each<[string, (solution: string) => string, string]>([
    [
      'a syntax error',
      (solution) => solution.replace('return segundos\n', "return 'segundos\n"),
      'expiracion.ts tiene un error de sintaxis: literal de cadena sin terminar',
    ],
    [
      'an export that is missing',
      (solution) => solution.replace('export function expiraEn', 'function expiraEn'),
      'expiracion.ts ya no exporta «expiraEn», que importan las pruebas: escribe «export» delante',
    ],
    [
      'an empty file',
      () => '',
      'expiracion.ts está vacío: deshaz el cambio en tu editor o reinícialo con r o npm run reinicia',
    ],
  ])('explains %s', async (_what, spoil, sentence) => {
    session.save(copy.exercise(3), spoil(solution))
    await session.says(sentence)
  })

  test('tells the line of a syntax error', async () => {
    session.save(copy.exercise(3), solution.replace('return segundos\n', "return 'segundos\n"))
    const line = solution.split('\n').indexOf('  return segundos') + 1
    await session.says(`${FILE}:${line}`)
  })

  test('explains that the file was deleted and recovers when it is back', async () => {
    session.delete(copy.exercise(3))
    await session.says(
      'No encuentro expiracion.ts: vuelve a ponerlo donde estaba o reinícialo con r o npm run reinicia',
    )
    await recovers()
  })

  test('leaves no process behind', async () => {
    expect(await session.close()).toEqual([])
  })
})
