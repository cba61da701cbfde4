import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Result } from 'axe-core'
import type { Page } from 'playwright-core'
import { IN_FIREFOX } from './reader.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * What axe finds wrong in a page, as «rule: element», one a line. In Firefox it is not asked: what it looks
 * at is the same in both, and Firefox 153 crashes where Playwright has looked for a name before.
 */
export async function findBarriers(page: Page): Promise<string[]> {
  if (IN_FIREFOX) return []
  if (!(await page.evaluate("'axe' in globalThis"))) await page.evaluate(AXE)
  // Most of its time would go into describing what is right.
  const violations = await page.evaluate<Result[]>(
    "axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations)",
  )
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}
