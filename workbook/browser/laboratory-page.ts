import { readFileSync } from 'node:fs'
import type { BrowserContextOptions, Locator, Page } from 'playwright-core'
import { type Lesson, loadLessons } from '../curriculum/lessons.ts'
import { openPage } from './reader.ts'

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
  await bench.getByRole('button', { name: 'Resuélvelo aquí' }).press('Enter')
  const said = bench.locator('.resultado [aria-live]')
  await said.filter({ hasText: /./ }).waitFor({ state: 'attached', timeout: 20_000 })
  return { page, bench, editor: bench.getByRole('textbox', { name: /^Editor de / }), said }
}

export function solutionOf({ solution }: Lesson): string {
  return readFileSync(solution, 'utf8')
}

/** Puts a text in the place of what the editor shows, as somebody who pastes it. */
export async function paste({ page, editor }: OpenLaboratory, text: string): Promise<void> {
  await editor.focus()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.insertText(text)
}

/** What is kept of a lesson in this browser, or nothing. */
export function keptText(page: Page, { slug }: Lesson): Promise<string | undefined> {
  return page.evaluate(
    (key) => JSON.parse(localStorage.getItem(key) ?? '{}').text,
    `cuaderno-jwt:laboratorio:1:${slug}`,
  )
}
