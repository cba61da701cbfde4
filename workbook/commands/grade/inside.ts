// What runs inside of a sandbox, in one file with all that it imports: submissions of a lesson, each in a worker of
// its own, against the teacher's tests. A line asks for a run of what is in the exercise's file; a line answers.
import { createInterface } from 'node:readline'
import { loadLesson } from '../../curriculum/lessons.ts'
import { ROOT } from '../../curriculum/paths.ts'
import { startEarlyWorker } from '../../runner/early-worker.mjs'
import { createRunner } from '../../runner/learner-runner.ts'

// Only a worker runs what was handed in: what it may not do is said to it.
process.env.NODE_OPTIONS = process.env.WORKER_OPTIONS ?? ''
delete process.env.WORKER_OPTIONS
startEarlyWorker()

const lesson = await loadLesson(Number(process.argv[2]))
const runner = await createRunner([lesson], { again: true })
for await (const _asked of createInterface({ input: process.stdin })) {
  const [result] = await runner.run([lesson.exercise])
  const { passed, tests, problems, printed } = result ?? {}
  // Wherever this is, its paths begin at the notebook's folder.
  const told = JSON.stringify({ passed, tests, problems, printed }, (_key, value) =>
    typeof value === 'string' ? value.replaceAll(ROOT, '') : value,
  )
  process.stdout.write(`${told}\n`)
}
// Whoever asked is gone.
process.exit()
