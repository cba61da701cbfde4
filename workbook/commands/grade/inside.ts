// What runs inside of a sandbox, in one file with all that it imports: a submission against the teacher's tests.
import { loadLesson } from '../../curriculum/lessons.ts'
import { ROOT } from '../../curriculum/paths.ts'
import { startEarlyWorker } from '../../runner/early-worker.mjs'
import { createRunner } from '../../runner/learner-runner.ts'

// Whoever started this holds the other end: if it is gone, nobody waits for the result.
process.stdin.on('end', () => process.exit()).resume()
// The submission runs in a worker: what it may not do is said to that process only.
process.env.NODE_OPTIONS = process.env.WORKER_OPTIONS ?? ''
delete process.env.WORKER_OPTIONS
startEarlyWorker()

const runner = await createRunner([await loadLesson(Number(process.argv[2]))])
const [result] = await runner.run()
const { passed, tests, problems, printed } = result ?? {}
const told = JSON.stringify({ passed, tests, problems, printed }, (key, value) =>
  key === 'file' ? String(value).replace(ROOT, '') : value,
)
process.stdout.write(told, () => process.exit())
