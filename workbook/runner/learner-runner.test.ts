import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ProjectCopy } from '../proof/support/project-copy.ts'
import { TEXTS } from '../verdict/explain/texts.ts'

// What a learner sees of one lesson is told in cli/lesson*.test.ts. Here, of two lessons at once.
const SCRIPT = `
  const { writeFileSync, readFileSync } = await import('node:fs')
  const { loadLesson } = await load('curriculum/lessons.ts')
  const { createRunner } = await load('runner/learner-runner.ts')
  const lessons = [await loadLesson(1), await loadLesson(3)]
  const runner = await createRunner(lessons, { allMine: true, again: true })
  const run = async (changed) =>
    (await runner.run(changed)).map(({ passed, problems }) => [passed, ...problems.map((p) => p.sentence)])
  const { exercise } = lessons[1]
  const mine = readFileSync(exercise, 'utf8')
  const runs = [await run()]
  writeFileSync(exercise, "import '../../solutions/02-proteger-rutas/guardia.ts'\\n" + mine)
  runs.push(await run([exercise]))
  writeFileSync(exercise, mine)
  runs.push(await run([exercise]))
  await runner.close()
  return runs`

describe('the runner, with modules that have to be the learner’s own', { timeout: 60_000 }, () => {
  let copy: ProjectCopy
  let runs: unknown[][]

  beforeAll(async () => {
    copy = await ProjectCopy.create()
    for (let number = 1; number <= 8; number++) copy.solve(number)
    runs = await copy.evaluate(SCRIPT)
  }, 60_000)
  afterAll(() => copy.remove())

  test('is green if they are', () => {
    expect(runs[0]).toEqual([[true], [true]])
  })

  test('notices which of them loads a solution', () => {
    expect(runs[1]).toEqual([[true], [false, TEXTS.notOurs]])
  })

  test('is green again once it does no more', () => {
    expect(runs[2]).toEqual([[true], [true]])
  })
})

// Each of them, alone, ends a run of several.
const SPOILED = `
  const { writeFileSync, readFileSync } = await import('node:fs')
  const { loadLessons } = await load('curriculum/lessons.ts')
  const { createRunner } = await load('runner/learner-runner.ts')
  const lessons = (await loadLessons()).slice(0, 3)
  const runner = await createRunner(lessons, { again: true })
  const run = async (number, spoil) => {
    const { exercise } = lessons[number - 1]
    const solution = readFileSync(exercise, 'utf8')
    writeFileSync(exercise, spoil(solution))
    const results = await runner.run([exercise])
    writeFileSync(exercise, solution)
    const { problems, tests } = results[number - 1]
    const told = [...problems, ...tests.flatMap(({ failure }) => failure ?? [])]
    return { red: results.filter(({ passed }) => !passed).map(({ lesson }) => lesson.number), told: told[0]?.sentence }
  }
  const runs = [
    await run(2, (text) => text.replace('next()', 'void next')),
    await run(3, (text) => text.replace('return { expiresIn', 'for (;;) {}\\n  return { expiresIn')),
    await run(1, (text) => text + '\\nfor (let line = 0; line < 60000; line++) console.log(line)\\n'),
  ]
  await runner.close()
  return runs`

describe('the runner, with one lesson of several that cuts the run', { timeout: 120_000 }, () => {
  let copy: ProjectCopy
  let runs: { red: number[]; told: string }[]

  beforeAll(async () => {
    copy = await ProjectCopy.create()
    for (let number = 1; number <= 3; number++) copy.solve(number)
    runs = await copy.evaluate(SPOILED)
  }, 120_000)
  afterAll(() => copy.remove())

  test.each([
    ['tests that nobody answers', 0, 2, /se quedó sin respuesta/],
    ['an endless loop', 1, 3, TEXTS.loop],
    ['a flood of text', 2, 1, TEXTS.flood],
  ])('leaves the others green: %s', (_what, run, number, sentence) => {
    expect(runs[run]?.red).toEqual([number])
    expect(runs[run]?.told).toMatch(sentence)
  })
})

// Right, but for what happens once while a test waits for it, longer than the clock of a test.
const HELD_UP = (what: string) => `
  const { writeFileSync, readFileSync } = await import('node:fs')
  const { loadLesson } = await load('curriculum/lessons.ts')
  const { createRunner } = await load('runner/learner-runner.ts')
  const lesson = await loadLesson(7)
  const right = readFileSync(lesson.solution, 'utf8')
  writeFileSync(lesson.exercise, right.replace('const esperado', 'await once()\\n  const esperado') + ${JSON.stringify(what)})
  const runner = await createRunner([lesson], { again: true })
  const [{ passed, tests }] = await runner.run()
  await runner.close()
  return [passed, ...tests.flatMap(({ failure }) => failure?.sentence ?? [])]`

const ON_ITS_OWN = `
let done = false
async function once(): Promise<void> {
  const end = Date.now() + (done ? 0 : 5000)
  done = true
  while (Date.now() < end) await derivar('x', Buffer.from('y'), BYTES, COSTE)
}
`

const BY_THE_MACHINE = `
import { spawn } from 'node:child_process'
let done = false
async function once(): Promise<void> {
  if (done) return
  done = true
  spawn('sh', ['-c', 'kill -STOP ' + process.pid + '; sleep 5; kill -CONT ' + process.pid])
  await new Promise((resolve) => setTimeout(resolve, 1000))
}
`

describe('the runner, with a right answer that a clock stops', { timeout: 120_000 }, () => {
  let copy: ProjectCopy

  beforeAll(async () => {
    copy = await ProjectCopy.create()
  })
  afterAll(() => copy.remove())

  test('waits longer while its process works', async () => {
    expect(await copy.evaluate(HELD_UP(ON_ITS_OWN))).toEqual([true])
  })

  test.skipIf(process.platform === 'win32')(
    'runs it again if its process was held up (nothing holds one up on purpose in Windows)',
    async () => {
      expect(await copy.evaluate(HELD_UP(BY_THE_MACHINE))).toEqual([true])
    },
  )
})
