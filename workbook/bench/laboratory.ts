import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { findBrowser, NO_BROWSER } from '../browser/launch.ts'
import { longestPause, watchPauses } from '../browser/pauses.ts'
import { type Lesson, loadLessons } from '../curriculum/lessons.ts'
import { buildSite } from '../site/build.ts'
import { serveFolder } from '../site/serve-folder.ts'
import type { ProjectCopy } from '../testing/project-copy.ts'
import { editAndWait, openLaboratory, openLesson, settle } from './laboratory-page.ts'
import { type Size, watchSize } from './laboratory-size.ts'
import { median } from './median.ts'
import { middle, type Pair, repeat } from './pair.ts'
import { VITEST_RESULT } from './patterns.ts'
import { rendererMegabytes } from './renderer.ts'
import { timeUntil } from './start.ts'
import { TEXTS } from './texts.ts'

/** Vitest starts five times while the laboratory answers twenty. */
const ROUNDS = 5
const EDITS_A_ROUND = 4

const EDIT_GOALS_MS = [100, 100, 100, 100, 100, 100, 750, 200]
const FIRST_VISIT_GOAL_MS = 1000
const PAUSE_GOAL_MS = 150
const MEMORY_GOAL_MB = 100
const SIZE_GOAL_KB = 350

/** The laboratory of the built site, in Chromium, beside Vitest started anew for the same tests. */
export async function measureLaboratory(copy: ProjectCopy): Promise<string> {
  const options = await findBrowser()
  if (!options) throw new Error(NO_BROWSER)
  const folder = mkdtempSync(join(tmpdir(), 'cuaderno-bench-'))
  await buildSite(folder)
  const server = await serveFolder(folder)
  const browser = await chromium.launch(options)
  const site = `http://localhost:${(server.address() as AddressInfo).port}`
  try {
    return await measureIn({ browser, site, folder, copy })
  } finally {
    await browser.close()
    server.closeAllConnections()
    server.close()
    rmSync(folder, { recursive: true })
  }
}

/** The built site, where it is served from and to, and a copy of the notebook for Vitest. */
interface Bench {
  browser: Browser
  site: string
  folder: string
  copy: ProjectCopy
}

async function measureIn(bench: Bench): Promise<string> {
  const lessons = await loadLessons()
  const lines = [await measureFirstVisit(bench, lessons[0]!)]
  const costs: Costs[] = []
  for (const lesson of lessons) {
    const { pair, ...cost } = await measureLesson(bench, lesson)
    const { number } = lesson
    lines.push(TEXTS.pair(TEXTS.edit(number), pair, EDIT_GOALS_MS[number - 1] ?? Number.NaN))
    costs.push(cost)
  }
  const most = (cost: (costs: Costs) => number) => Math.max(...costs.map(cost))
  const weight = `${TEXTS.weight} (${TEXTS.editorSize(most(({ size }) => size.editor))})`
  lines.push(
    TEXTS.laboratory(
      TEXTS.pause,
      most(({ pause }) => pause),
      'ms',
      PAUSE_GOAL_MS,
    ),
  )
  lines.push(
    TEXTS.laboratory(
      TEXTS.memory,
      most(({ memory }) => memory),
      'MB',
      MEMORY_GOAL_MB,
    ),
  )
  lines.push(
    TEXTS.laboratory(
      weight,
      most(({ size }) => size.rest),
      'kB',
      SIZE_GOAL_KB,
    ),
  )
  return lines.join('\n')
}

interface Costs {
  /** The longest of the page, in milliseconds. */
  pause: number
  /** What the laboratory adds to the process of the page, in megabytes. */
  memory: number
  size: Size
}

async function measureFirstVisit({ browser, site, copy }: Bench, lesson: Lesson): Promise<string> {
  copy.solve(lesson.number)
  const pairs = await repeat(ROUNDS, async () => {
    const vitest = await startVitest(copy, lesson)
    const page = await browser.newPage({ locale: 'es' })
    await openLesson(page, site, lesson, copy.solution(lesson.number))
    const ours = await openLaboratory(page)
    await page.close()
    return { ours, vitest }
  })
  return TEXTS.pair(TEXTS.firstVisit, middle(pairs), FIRST_VISIT_GOAL_MS)
}

async function measureLesson(
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
  const edits: number[] = []
  const starts = await repeat(ROUNDS, async () => {
    const start = await startVitest(copy, lesson)
    edits.push(...(await repeat(EDITS_A_ROUND, () => editAndWait(page))))
    return start
  })
  const costs = {
    pause: await longestPause(page),
    memory: (await rendererMegabytes(browser)) - before,
    size: measured(),
  }
  await page.close()
  return { pair: { ours: Math.round(median(edits)), vitest: Math.round(median(starts)) }, ...costs }
}

function startVitest(copy: ProjectCopy, { number }: Lesson): Promise<number> {
  return timeUntil(`npx vitest run lessons/0${number}`, VITEST_RESULT, copy)
}
