import type { ProjectCopy } from '../support/project-copy.ts'
import { middle, repeat, TRIES } from './pair.ts'
import { OUR_RESULT, VITEST_RESULT } from './patterns.ts'
import { TEXTS } from './texts.ts'
import { WatchedProcess } from './watched-process.ts'

const GOAL_MS = 1000

/** From the command to the first result on the screen, with the engine already built, as on any second day. */
export async function measureStart(copy: ProjectCopy, lesson: number): Promise<string> {
  await copy.run(['lista'])
  const pairs = await repeat(TRIES, async () => ({
    ours: await timeUntil(`npm run --silent lesson ${lesson}`, OUR_RESULT, copy),
    vitest: await timeUntil(`npx vitest run ${copy.lessonPath(lesson)}`, VITEST_RESULT, copy),
  }))
  return TEXTS.pair(TEXTS.start(lesson), middle(pairs), GOAL_MS)
}

/** From a command to what it prints, in milliseconds. */
export async function timeUntil(command: string, pattern: RegExp, copy: ProjectCopy): Promise<number> {
  const start = performance.now()
  const watched = new WatchedProcess(command, copy.folder)
  const time = await watched.until(pattern, start)
  await watched.kill().catch(() => {})
  return time
}
