import { readFileSync, writeFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { median } from '../../../docs/.vitepress/measures/statistics.ts'
import type { ProjectCopy } from '../support/project-copy.ts'
import { middle, repeat, TRIES } from './pair.ts'
import { OUR_RESULT, VITEST_RESULT } from './patterns.ts'
import { TEXTS } from './texts.ts'
import { WatchedProcess } from './watched-process.ts'

const LIGHT_GOAL_MS = 200
/** Tests that need longer than this themselves have the second goal: their own time and this much. */
const LIGHT_TESTS_MS = 70
const OVERHEAD_GOAL_MS = 130
const OWN_TRIES = 5
const BETWEEN_MS = 1500

/** From a save that changes the text and not what it does to the result on the screen. */
export async function measureSave(copy: ProjectCopy, lesson: number): Promise<string> {
  copy.solve(lesson)
  const tests = Math.round(median(await repeat(OWN_TRIES, () => testsAlone(copy, lesson))))
  const ours = await savesIn(copy, lesson, `npm run --silent lesson ${lesson}`, OUR_RESULT)
  const vitest = await savesIn(copy, lesson, `npx vitest --watch ${copy.lessonPath(lesson)}`, VITEST_RESULT)
  const pairs = ours.map((save, index) => ({ ours: save, vitest: vitest[index] ?? Number.NaN }))
  const goal = tests < LIGHT_TESTS_MS ? LIGHT_GOAL_MS : tests + OVERHEAD_GOAL_MS
  return TEXTS.pair(TEXTS.save(lesson, tests), middle(pairs), goal)
}

async function savesIn(
  copy: ProjectCopy,
  lesson: number,
  command: string,
  result: RegExp,
): Promise<number[]> {
  const watched = new WatchedProcess(command, copy.folder)
  await watched.until(result)
  const times = await repeat(TRIES, async () => {
    // The rest of the last one: the next worker, the learner's server.
    await setTimeout(BETWEEN_MS)
    const time = watched.until(result)
    touch(copy, lesson)
    return time
  })
  await watched.kill()
  return times
}

/** Saves the exercise with a text that is new and does the same. */
export function touch(copy: ProjectCopy, lesson: number): void {
  const file = copy.exercise(lesson)
  writeFileSync(file, `${readFileSync(file, 'utf8').replace(/\n\/\/ vez \d+$/, '')}\n// vez ${Date.now()}`)
}

/** How long the lesson's tests take by Vitest's own account, without loading anything. */
async function testsAlone(copy: ProjectCopy, lesson: number): Promise<number> {
  const run = new WatchedProcess(`npx vitest run ${copy.lessonPath(lesson)} --reporter=json`, copy.folder)
  const { testResults } = JSON.parse(await run.output())
  return testResults[0].endTime - testResults[0].startTime
}
