import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ProjectCopy } from '../proof/support/project-copy.ts'

const GIVEN = 'lessons/02-proteger-rutas/app.ts'
const CACHE = '.cuaderno/modulos'
const SETUP = `
  const { appendFileSync, readFileSync, rmSync, writeFileSync } = await import('node:fs')
  const { loadLesson } = await load('curriculum/lessons.ts')
  const { createRunner } = await load('runner/learner-runner.ts')
  const first = await loadLesson(1)
  const second = await loadLesson(2)`

describe('what was made of the modules, kept from one session to the next', { timeout: 60_000 }, () => {
  let copy: ProjectCopy
  const kept = () => readdirSync(join(copy.folder, CACHE))
  const runs = (script: string) =>
    copy.evaluate<boolean[]>(`${SETUP}
      const runner = await createRunner([second], { again: true })
      const green = async (changed) => (await runner.run(changed))[0].passed
      ${script}`)

  beforeAll(async () => {
    copy = await ProjectCopy.create()
    copy.solve(1)
    copy.solve(2)
    await runs('return [await green()]')
  }, 60_000)
  afterAll(() => copy.remove())

  test('leaves out the learner’s: saves do not make it grow', async () => {
    const before = kept()
    const save = "appendFileSync(second.exercise, '// otra vez\\n'); await green([second.exercise])"
    expect(await runs(`await green(); ${save}; ${save}; return [await green()]`)).toEqual([true])
    expect(kept()).toEqual(before)
    expect(before.length).toBeGreaterThan(1)
  })

  test('is made anew of a given file that changed while a session was open, and nobody said so', async () => {
    const broken = copy.read(GIVEN).replace('/perfil', '/otra')
    const fixed = copy.read(GIVEN)
    const write = (text: string) => `writeFileSync(${JSON.stringify(GIVEN)}, ${JSON.stringify(text)})`
    const script = `return [await green(), (${write(broken)}, await green()), (${write(fixed)}, await green())]`
    expect(await runs(script)).toEqual([true, false, true])
  })

  test('is made anew if it is deleted while a session is open', async () => {
    const lose = `rmSync('${CACHE}', { recursive: true })`
    expect(await runs(`return [await green(), (${lose}, await green()), await green()]`)).toEqual([
      true,
      true,
      true,
    ])
  })

  test('is not the same with the learner’s own modules as with the solutions', async () => {
    copy.write(
      copy.exercisePath(1),
      copy.solution(1).replace('algorithms: [ALGORITMO]', "algorithms: ['none']"),
    )
    const script = `
      const run = async (allMine) => {
        const runner = await createRunner([first, second], { allMine })
        const [, { passed }] = await runner.run()
        await runner.close()
        return passed
      }
      return [await run(false), await run(true), await run(false)]`
    expect(await runs(script)).toEqual([true, false, true])
  })
})
