import type { Browser } from 'playwright-core'
import { median } from '../../../../docs/.vitepress/measures/statistics.ts'
import type { Lesson } from '../../../curriculum/lesson.ts'
import { longestPause, watchPauses } from '../../browser/pauses.ts'
import type { ProjectCopy } from '../../support/project-copy.ts'
import { middle, type Pair, repeat } from '../pair.ts'
import { VITEST_RESULT } from '../patterns.ts'
import { timeUntil } from '../start.ts'
import { editAndWait, openLaboratory, openLesson, settle } from './page.ts'
import { rendererMegabytes } from './renderer.ts'
import { type Size, watchSize } from './size.ts'

/** Vitest starts five times while the laboratory answers twenty. */
const ROUNDS = 5
const EDITS_A_ROUND = 4

/** The built site, where it is served from and to, and a copy of the notebook for Vitest. */
export interface Bench {
  browser: Browser
  site: string
  folder: string
  copy: ProjectCopy
}

/** What the laboratory of a lesson takes. */
export interface Costs {
  /** The longest of the page, in milliseconds. */
  pause: number
  /** What the laboratory adds to the process of the page, in megabytes. */
  memory: number
  size: Size
}

/** From the first time that somebody opens it to the results, and Vitest from its start, in milliseconds. */
export async function measureFirstVisit({ browser, site, copy }: Bench, lesson: Lesson): Promise<Pair> {
  copy.solve(lesson.number)
  const pairs = await repeat(ROUNDS, async () => {
    const vitest = await startVitest(copy, lesson)
    const page = await browser.newPage({ locale: 'es' })
    await openLesson(page, site, lesson, copy.solution(lesson.number))
    const ours = await openLaboratory(page)
    await page.close()
    return { ours, vitest }
  })
  return middle(pairs)
}

/** From each edit to its results, and Vitest from its start, in milliseconds. */
export async function measureLesson(
  { browser, site, folder, copy }: Bench,
  lesson: Lesson,
): Promise<Costs & { pair: Pair }> {
  const { number } = lesson
  copy.solve(number)
  const page = await browser.newPage({ locale: 'es' })
  await openLesson(page, site, lesson, copy.solution(number))
  await settle(page)
  const before = await rendererMegabytes(browser)
  const measured = watchSize(page, folder)
  await watchPauses(page)
  await openLaboratory(page)
  const pauses = [await longestPause(page)]
  const edits: number[] = []
  const starts = await repeat(ROUNDS, async () => {
    const start = await startVitest(copy, lesson)
    // Until here the machine was Vitest's, and the page waited for it.
    await watchPauses(page)
    edits.push(...(await repeat(EDITS_A_ROUND, () => editAndWait(page))))
    pauses.push(await longestPause(page))
    return start
  })
  const costs = {
    pause: Math.max(...pauses),
    memory: (await rendererMegabytes(browser)) - before,
    size: measured(),
  }
  await page.close()
  return { pair: { ours: Math.round(median(edits)), vitest: Math.round(median(starts)) }, ...costs }
}

function startVitest(copy: ProjectCopy, { number }: Lesson): Promise<number> {
  return timeUntil(`npx vitest run ${copy.lessonPath(number)}`, VITEST_RESULT, copy)
}
