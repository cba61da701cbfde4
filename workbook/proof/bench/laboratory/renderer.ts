import type { Browser } from 'playwright-core'
import { megabytes } from '../resources.ts'

/** What the process of the page takes, in megabytes: of those that draw pages, the largest. Only on Linux. */
export async function rendererMegabytes(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  const renderers = processInfo.filter(({ type }) => type === 'renderer')
  return Math.max(...renderers.map(({ id }) => megabytes(id)))
}
