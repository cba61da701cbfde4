import { setTimeout } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { draftKey, newDraft } from '../../../../docs/.vitepress/lab/drafts.ts'
import type { Lesson } from '../../../curriculum/lesson.ts'

/** The next Worker, which starts after each run, is ready by then. */
const SPARE_MS = 1200
const SETTLE_MS = 3000

declare global {
  /** Of the page: when it was opened and when it was asked for the results, by its own clock. */
  var opened: number
  var asked: number
  /** Each wait that ended since then. */
  var waits: number[]
}

/** Opens a lesson with this text as its draft, as if it had been written on another day. */
export async function openLesson(page: Page, site: string, { slug }: Lesson, text: string): Promise<void> {
  const draft = JSON.stringify(newDraft(text))
  await page.addInitScript(([key, draft]) => localStorage.setItem(key, draft), [
    draftKey(slug),
    draft,
  ] as const)
  await page.goto(`${site}/lecciones/${slug}`)
}

/** Waits for what the page itself still loads, down to where its laboratory is. */
export async function settle(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Resuélvelo aquí' }).first().scrollIntoViewIfNeeded()
  await setTimeout(SETTLE_MS)
}

/** Opens its laboratory. Gives the milliseconds from there to the results of the tests. */
export async function openLaboratory(page: Page): Promise<number> {
  await page.evaluate(watchOpening)
  await page.getByRole('button', { name: 'Resuélvelo aquí' }).first().press('Enter')
  // Looked at in every frame of the page.
  const shown = await page.waitForFunction(
    () => document.querySelector('.resultado [aria-live]')?.textContent && performance.now() - opened,
  )
  await page.evaluate(watchWaits)
  return Number(await shown.jsonValue())
}

/** Writes a line that changes nothing, asks for the results and gives the milliseconds until they are there. */
export async function editAndWait(page: Page): Promise<number> {
  await setTimeout(SPARE_MS)
  await page.locator('.cm-content').focus()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.insertText('\n// otra vez')
  await page.keyboard.press('ControlOrMeta+s')
  await page.waitForFunction(() => waits.length > 0)
  return page.evaluate(() => Number(waits.pop()))
}

/** Runs in the page: the robot that presses the key takes some time to find it. */
function watchOpening(): void {
  addEventListener('keydown', () => (globalThis.opened = performance.now()), { capture: true, once: true })
}

/** Runs in the page: its own clock knows nothing of the way from here to there. */
function watchWaits(): void {
  globalThis.waits = []
  addEventListener(
    'keydown',
    (event) => {
      if ((event as KeyboardEvent).key === 's') globalThis.asked = performance.now()
    },
    true,
  )
  const results = document.querySelector('.resultado')!
  new MutationObserver(() => {
    if (results.ariaBusy === 'false') waits.push(performance.now() - asked)
  }).observe(results, { attributeFilter: ['aria-busy'] })
}
