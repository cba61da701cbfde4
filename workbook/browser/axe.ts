import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Result } from 'axe-core'
import type { Page } from 'playwright-core'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds wrong in a page, as «rule: element», one a line. */
export async function findBarriers(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  const violations = await page.evaluate<Result[]>('axe.run().then(({ violations }) => violations)')
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}
