import { readFileSync, writeFileSync } from 'node:fs'
import type { ProjectCopy } from '../testing/project-copy.ts'
import { WatchedProcess } from './watched-process.ts'

/** Milliseconds of one try of ours and of plain Vitest doing the same, in turn. */
export interface Pair {
  ours: number
  vitest: number
}

export interface Measure {
  name: string
  /** What we want to reach, in milliseconds. */
  goal: number
  run(copy: ProjectCopy, tries: number): Promise<Pair[]>
}

const OUR_RESULT = /pruebas en verde/
const VITEST_RESULT = /Duration /
const LESSON = 3

export const MEASURES: readonly Measure[] = [
  { name: 'npm run lesson 3 → primer resultado', goal: 1000, run: measureStart },
  { name: 'guardar → resultado', goal: 200, run: measureSave },
  { name: 'npm run check, las ocho lecciones', goal: 8000, run: measureCheck },
]

async function measureStart(copy: ProjectCopy, tries: number): Promise<Pair[]> {
  return repeat(tries, async () => ({
    ours: await timeUntil('npm run --silent lesson 3', OUR_RESULT, copy),
    vitest: await timeUntil('npx vitest run lessons/03', VITEST_RESULT, copy),
  }))
}

async function measureSave(copy: ProjectCopy, tries: number): Promise<Pair[]> {
  copy.solve(LESSON)
  const ours = new WatchedProcess('npm run --silent lesson 3', copy.folder)
  await ours.until(OUR_RESULT)
  const saves = await repeat(tries, () => timeSave(copy, ours, OUR_RESULT))
  await ours.kill()
  const vitest = new WatchedProcess('npx vitest --watch lessons/03', copy.folder)
  await vitest.until(VITEST_RESULT)
  const others = await repeat(tries, () => timeSave(copy, vitest, VITEST_RESULT))
  await vitest.kill()
  return saves.map((save, index) => ({ ours: save, vitest: others[index] ?? Number.NaN }))
}

async function measureCheck(copy: ProjectCopy, tries: number): Promise<Pair[]> {
  return repeat(Math.ceil(tries / 3), async () => ({
    ours: await timeToEnd('npm run --silent check', copy),
    vitest: await timeToEnd('npx vitest run --project leccion', copy),
  }))
}

/** A save that changes the text and not what it does, once the rest of the last one is over. */
async function timeSave(copy: ProjectCopy, watched: WatchedProcess, result: RegExp): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, 1500))
  const file = copy.exercise(LESSON)
  const time = watched.until(result)
  writeFileSync(file, `${readFileSync(file, 'utf8')}\n// otra vez`)
  return time
}

async function timeUntil(command: string, pattern: RegExp, copy: ProjectCopy): Promise<number> {
  const start = performance.now()
  const watched = new WatchedProcess(command, copy.folder)
  const time = await watched.until(pattern, start)
  await watched.kill().catch(() => {})
  return time
}

async function timeToEnd(command: string, copy: ProjectCopy): Promise<number> {
  const start = performance.now()
  return new WatchedProcess(command, copy.folder).end(start)
}

async function repeat<T>(times: number, act: () => Promise<T>): Promise<T[]> {
  const results: T[] = []
  for (let time = 0; time < times; time++) results.push(await act())
  return results
}
