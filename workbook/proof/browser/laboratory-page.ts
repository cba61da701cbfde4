import { readFileSync } from 'node:fs'
import type { BrowserContextOptions, Locator, Page } from 'playwright-core'
import { draftKey } from '../../../docs/.vitepress/lab/drafts.ts'
import type { Lesson } from '../../curriculum/lesson.ts'
import { loadLessons } from '../../curriculum/lessons.ts'
import { IN_FIREFOX, openPage } from './reader.ts'

export const LESSONS: readonly Lesson[] = await loadLessons()

/** The laboratory of a page, open. */
export interface OpenLaboratory {
  page: Page
  bench: Locator
  /** The editor, whatever file it shows. */
  editor: Locator
  /** What a screen reader is told of the last run. */
  said: Locator
}

/** Opens the laboratory of a page of the site as a reader would. */
export async function openLaboratory(
  path: string,
  options: BrowserContextOptions = {},
): Promise<OpenLaboratory> {
  return openIn(await openPage(path, options))
}

/** Opens the laboratory of a page that is there, and waits for the result of what it starts with. */
export async function openIn(page: Page): Promise<OpenLaboratory> {
  const bench = page.locator('.laboratorio')
  // Beside the text it is as this browser was left.
  const isOpen = await page.locator('html.mesa-al-lado').count()
  if (!isOpen) await page.getByRole('button', { name: 'Resuélvelo aquí' }).first().press('Enter')
  const said = bench.locator('.resultado [aria-live]')
  await said.filter({ hasText: /./ }).waitFor({ state: 'attached', timeout: 60_000 })
  return { page, bench, editor: bench.getByRole('textbox', { name: /^Editor de / }), said }
}

/** Shows one of the views of the bench: `Resultado`, `Solicitudes`, `Ataques`, `Consola`. */
export async function showView({ bench }: Pick<OpenLaboratory, 'bench'>, name: string): Promise<void> {
  await bench.getByRole('tab', { name }).press('Enter')
}

/** Chooses something from the menu of the file. */
export async function chooseInMenu({ bench }: Pick<OpenLaboratory, 'bench'>, name: string): Promise<void> {
  await bench.locator('.archivo > summary').press('Enter')
  await bench.getByRole('button', { name }).press('Enter')
}

export function solutionOf({ solution }: Lesson): string {
  return readFileSync(solution, 'utf8')
}

/** Puts a text in the place of what the editor shows, as somebody who pastes it. */
export async function paste({ page, editor }: OpenLaboratory, text: string): Promise<void> {
  if (IN_FIREFOX) await copy(page, text)
  await editor.focus()
  await page.keyboard.press('ControlOrMeta+A')
  // Playwright inserts one line too many in Firefox; in Chromium, tests that run at once share a clipboard.
  if (IN_FIREFOX) await page.keyboard.press('ControlOrMeta+V')
  else await page.keyboard.insertText(text)
}

async function copy(page: Page, text: string): Promise<void> {
  // Only the tab that is seen may copy.
  await page.bringToFront()
  const source = await page.evaluateHandle((text) => {
    const area = document.createElement('textarea')
    area.value = text
    document.body.append(area)
    area.select()
    return area
  }, text)
  await page.keyboard.press('ControlOrMeta+C')
  await source.evaluate((area) => area.remove())
}

/** What is kept of a lesson in this browser, or nothing. */
export function keptText(page: Page, { slug }: Lesson): Promise<string | undefined> {
  return page.evaluate((key) => JSON.parse(localStorage.getItem(key) ?? '{}').text, draftKey(slug))
}
