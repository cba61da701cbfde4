import type { Session } from '../session.ts'
import { TEXTS } from '../texts.ts'

/** `w`: the lesson's page in the browser. */
export async function web(session: Session): Promise<void> {
  const { page } = session.state
  if (!page) return session.notify(TEXTS.noSite)
  try {
    const { default: open } = await import('open')
    const browser = await open(page)
    browser.once('error', () => session.notify(TEXTS.notOpened(page)))
    session.notify(TEXTS.opened(page))
  } catch {
    session.notify(TEXTS.notOpened(page))
  }
}
