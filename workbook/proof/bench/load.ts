import { type ChildProcess, spawn } from 'node:child_process'
import type { ProjectCopy } from '../support/project-copy.ts'
import { TEXTS } from './texts.ts'

const BUSY_LOOPS = 6
const RUNS = 50

const MANY_RUNS = `
  const { loadLessons } = await load('curriculum/lessons.ts')
  const { createRunner } = await load('runner/learner-runner.ts')
  const lessons = await loadLessons()
  const runner = await createRunner(lessons, { again: true })
  const red = []
  for (let run = 0; run < ${RUNS}; run++) {
    const results = await runner.run(lessons.map(({ exercise }) => exercise))
    for (const { lesson, passed, problems, tests } of results) {
      const failures = [...problems, ...tests.flatMap(({ failure }) => failure ?? [])]
      if (!passed) red.push(lesson.number + ': ' + failures[0]?.sentence)
    }
  }
  await runner.close()
  return red`

/** All the solutions, many times over, on a machine that has other things to do: none may come out red. */
export async function measureLoad(copy: ProjectCopy, lessons: readonly number[]): Promise<string> {
  for (const number of lessons) copy.solve(number)
  const loops = Array.from({ length: BUSY_LOOPS }, startLoop)
  try {
    return TEXTS.load(RUNS, BUSY_LOOPS, await copy.evaluate<string[]>(MANY_RUNS))
  } finally {
    for (const loop of loops) loop.kill('SIGKILL')
  }
}

function startLoop(): ChildProcess {
  return spawn(process.execPath, ['-e', 'for (;;);'])
}
