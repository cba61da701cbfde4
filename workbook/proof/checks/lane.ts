import { loadLessons } from '../../curriculum/lessons.ts'
import type { VariantResults } from '../../runner/run-variants.ts'
import { CHECKS } from './all.ts'
import { MARK } from './lanes.ts'
import type { Outcome } from './outcome.ts'

// The process that `lanes.ts` starts: it runs the checks that it is asked for, one after another. Its arguments say
// which they will be.
const lessons = await loadLessons()
const checks = CHECKS.filter(({ name }) => process.argv.includes(name))
let ran: Promise<VariantResults> | undefined

process.on('message', async (name: string) => {
  for (const stream of [process.stdout, process.stderr]) stream.write(MARK)
  process.send?.(await run(name))
})
// Nobody is there any more to be told.
process.on('disconnect', () => process.exit())

async function run(name: string): Promise<Outcome[]> {
  try {
    const check = checks.find((check) => check.name === name)
    return (await check?.run(lessons, check.variants ? await runAll() : new Map())) ?? []
  } catch (error) {
    return [{ title: name, problem: (error as Error).stack }]
  }
}

/** The variants of all its checks, with the first of those that have any. */
function runAll(): Promise<VariantResults> {
  ran ??= (async () => {
    const { runVariants } = await import('../../runner/run-variants.ts')
    const wanted = await Promise.all(checks.map(({ variants }) => variants?.(lessons) ?? []))
    return runVariants(wanted.flat())
  })()
  return ran
}
