import type { ProjectCopy } from '../support/project-copy.ts'
import { middle, repeat } from './pair.ts'
import { TEXTS } from './texts.ts'
import { WatchedProcess } from './watched-process.ts'

const TRIES = 5
const GOAL_MS = 8000

/** All lessons of the book once, from the command to its end. */
export async function measureCheck(copy: ProjectCopy): Promise<string> {
  await copy.run(['lista'])
  const pairs = await repeat(TRIES, async () => ({
    ours: await timeToEnd('npm run --silent check', copy),
    vitest: await timeToEnd('npx vitest run --project leccion', copy),
  }))
  return TEXTS.pair(TEXTS.check, middle(pairs), GOAL_MS)
}

async function timeToEnd(command: string, copy: ProjectCopy): Promise<number> {
  const start = performance.now()
  await new WatchedProcess(command, copy.folder).output()
  return performance.now() - start
}
