import { loadLessons } from '../../curriculum/lessons.ts'
import { CHECKS } from './all.ts'
import { MARK } from './lanes.ts'
import type { Outcome } from './outcome.ts'

// The process that `lanes.ts` starts: it runs the checks that it is asked for, one after another.
const lessons = await loadLessons()

process.on('message', async (name: string) => {
  for (const stream of [process.stdout, process.stderr]) stream.write(MARK)
  process.send?.(await run(name))
})
// Nobody is there any more to be told.
process.on('disconnect', () => process.exit())

async function run(name: string): Promise<Outcome[]> {
  try {
    return (await CHECKS.find((check) => check.name === name)?.run(lessons)) ?? []
  } catch (error) {
    return [{ title: name, problem: (error as Error).stack }]
  }
}
