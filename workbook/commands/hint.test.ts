import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Lesson } from '../curriculum/lesson.ts'
import { loadLesson } from '../curriculum/lessons.ts'
import type { LessonProgress } from '../learner/progress.ts'
import { ProjectCopy } from '../proof/support/project-copy.ts'
import { writeProgress } from '../proof/support/write-progress.ts'
import { TEXTS as SHARED } from '../verdict/texts.ts'
import { TEXTS } from './texts.ts'

describe('npm run pista', { timeout: 30_000 }, () => {
  let copy: ProjectCopy
  let lesson: Lesson
  beforeAll(async () => {
    lesson = await loadLesson(3)
    copy = await ProjectCopy.create()
  })
  afterAll(() => copy.remove())

  const ask = async (...args: string[]) => {
    const { code, output } = await copy.run(['pista', ...args])
    return { code, text: output.replace(/\s+/g, ' ').trim() }
  }
  const progress = (news: Partial<LessonProgress>) => writeProgress(copy, { [lesson.slug]: news })
  const hint = (task: number, rung: number) =>
    lesson.manifest.tareas[task - 1]?.pistas[rung - 1]?.replaceAll('`', '') ?? ''

  test('gives the first one of the first task that is not done, and then waits for an attempt', async () => {
    const first = await ask('3')
    expect([first.code, first.text]).toEqual([0, expect.stringContaining(hint(1, 1))])
    expect(first.text).toMatch(/^Pista 1 de 3 · .* \(leerDuracion\) .*npm run check 3/)
    expect(await ask('3')).toEqual(first)
  })

  test('gives the second one after a run that fails', async () => {
    progress({ failures: 1, hints: { leerDuracion: { rung: 1, failures: 0 } } })
    expect((await ask('3')).text).toContain(hint(1, 2))
  })

  test('says that there are no more', async () => {
    progress({ failures: 9, hints: { leerDuracion: { rung: 3, failures: 0 } } })
    const { text } = await ask('3')
    expect([text.includes(hint(1, 3)), text.endsWith(SHARED.hintLast)]).toEqual([true, true])
  })

  test.each(['expiraEn', 'EXPIRAEN', '2'])('gives that of the task that is named: %s', async (name) => {
    progress({})
    expect((await ask('3', name)).text).toContain(hint(2, 1))
  })

  test('tells the tasks that there are if it has none of that name', async () => {
    expect(await ask('3', 'otra')).toEqual({
      code: 1,
      text: TEXTS.unknownTask('otra', ['leerDuracion', 'expiraEn', 'exigirExpiracion']),
    })
  })

  test('tells how to ask when no TODO is left and the tests are red', async () => {
    progress({})
    copy.solve(3)
    expect(await ask('3')).toEqual({ code: 1, text: TEXTS.noTodoLeft('expiracion.ts', 3, 'leerDuracion') })
  })

  test('says that none is needed once the lesson is solved', async () => {
    progress({ done: true })
    copy.solve(3)
    expect(await ask('3')).toEqual({ code: 0, text: TEXTS.solved(3) })
  })

  test.each([[[]], [['final']], [['13']], [['1.5']]])('asks for the number of a lesson: %j', async (args) => {
    expect(await ask(...args)).toEqual({ code: 1, text: TEXTS.whichLesson('pista') })
  })
})
