import type { Page } from 'playwright-core'

/** What would be a page that stops, in milliseconds; how short its pauses are is told by `npm run bench`. */
export const STOPPED_MS = 1000

/** From now on, keeps the longest time between two turns of the page's event loop. */
export async function watchPauses(page: Page): Promise<void> {
  await page.evaluate(measurePauses)
}

/** The longest pause since then, in milliseconds. */
export function longestPause(page: Page): Promise<number> {
  return page.evaluate('longestPause')
}

/** Runs in the page. A second time, the first interval goes on and does no harm: it sees the same pauses. */
function measurePauses() {
  const page = globalThis as { longestPause?: number }
  let last = performance.now()
  page.longestPause = 0
  setInterval(() => {
    const now = performance.now()
    page.longestPause = Math.max(page.longestPause ?? 0, now - last - 10)
    last = now
  }, 10)
}
