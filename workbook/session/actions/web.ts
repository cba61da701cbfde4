import type { Session } from '../session.ts'
import { TEXTS } from '../texts.ts'

/** `w`: the lesson's page in the browser, of a site that is served from then on. */
export async function web(session: Session): Promise<void> {
  if (!session.state.page) session.notify(TEXTS.servingSite)
  await session.serveSite()
  const { page } = session.state
  if (!page) return
  try {
    const { default: open } = await import('open')
    const browser = await open(page)
    browser.once('error', () => session.notify(TEXTS.notOpened(page)))
    session.notify(TEXTS.opened(page))
  } catch {
    session.notify(TEXTS.notOpened(page))
  }
}
