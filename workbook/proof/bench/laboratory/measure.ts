import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { loadLessons } from '../../../curriculum/lessons.ts'
import { findBrowser, NO_BROWSER } from '../../browser/launch.ts'
import { buildSite } from '../../site/build.ts'
import { serveFolder } from '../../site/serve-folder.ts'
import type { ProjectCopy } from '../../support/project-copy.ts'
import { TEXTS } from '../texts.ts'
import { type Bench, type Costs, measureFirstVisit, measureLesson } from './lesson.ts'

/** In the order of the lessons: scrypt takes its time in 7, certificates in 8 and curves in 11. */
const EDIT_GOALS_MS = [100, 100, 100, 100, 100, 100, 750, 200, 100, 100, 200, 100]
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

async function measureIn(bench: Bench): Promise<string> {
  const lessons = await loadLessons()
  const firstVisit = await measureFirstVisit(bench, lessons[0]!)
  const lines = [TEXTS.pair(TEXTS.firstVisit, firstVisit, FIRST_VISIT_GOAL_MS)]
  const costs: Costs[] = []
  for (const lesson of lessons) {
    const { pair, ...cost } = await measureLesson(bench, lesson)
    const { number } = lesson
    lines.push(TEXTS.pair(TEXTS.edit(number), pair, EDIT_GOALS_MS[number - 1] ?? Number.NaN))
    costs.push(cost)
  }
  return [...lines, ...worst(costs)].join('\n')
}

/** The most that any lesson takes. */
function worst(costs: readonly Costs[]): string[] {
  const most = (cost: (costs: Costs) => number) => Math.max(...costs.map(cost))
  const pause = most(({ pause }) => pause)
  const memory = most(({ memory }) => memory)
  const size = most(({ size }) => size.rest)
  const editor = most(({ size }) => size.editor)
  return [
    TEXTS.laboratory(TEXTS.pause, pause, 'ms', PAUSE_GOAL_MS),
    TEXTS.laboratory(TEXTS.memory, memory, 'MB', MEMORY_GOAL_MB),
    TEXTS.laboratory(`${TEXTS.weight} (${TEXTS.editorSize(editor)})`, size, 'kB', SIZE_GOAL_KB),
  ]
}
