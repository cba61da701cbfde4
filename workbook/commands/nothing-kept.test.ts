import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DrivenSession } from '../proof/support/driven-session.ts'
import { ProjectCopy } from '../proof/support/project-copy.ts'
import { runApart } from '../proof/support/streams.ts'

const WHY = /Para \.cuaderno\S* hace falta una carpeta y en su lugar hay un archivo: quítalo/

// A file where a folder should be stops every write, also of whoever may do anything, on every system.
describe('a notebook in which nothing can be kept', { timeout: 120_000 }, () => {
  let copy: ProjectCopy

  beforeAll(async () => {
    copy = await ProjectCopy.create()
    copy.write('.cuaderno', '')
    copy.solve(1)
    copy.write(copy.exercisePath(2), `${copy.read(copy.exercisePath(2))}// mío\n`)
  })
  afterAll(() => copy.remove())

  test.each([
    ['reinicia', '2'],
    ['deshaz', '2'],
    ['pista', '2'],
    ['copias', ''],
  ])('%s says why in one sentence, and fails', async (...args) => {
    const { code, out, errors } = await runApart(copy, args.filter(Boolean))
    expect([code, out]).toEqual([1, ''])
    expect(errors).toMatch(WHY)
    expect(errors.trim().split('\n')).toHaveLength(1)
  })

  test('check tells the result, and that it is not kept', async () => {
    const { code, out, errors } = await runApart(copy, ['check', '1'])
    expect(out).toMatch(/(\d+) de \1 pruebas en verde/)
    expect(errors).toMatch(/^No se ha guardado tu progreso, y el resultado vale\. /)
    expect(code).toBe(1)
  })

  test('a session goes on', async () => {
    const session = new DrivenSession(copy, ['lesson', '2'])
    await session.says('Aún falta el TODO 1', 'No se ha guardado tu progreso, y todo lo demás sigue. ')
    session.save(copy.exercise(2), copy.solution(2))
    await session.says('Lección superada')
    session.press('l')
    await session.says('0 de 8 lecciones superadas')
    expect(await session.close()).toEqual([])
  })
})
