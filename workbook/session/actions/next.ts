import { chooseLesson, entryAfter } from '../choice.ts'
import type { Session } from '../session.ts'
import { TEXTS } from '../texts.ts'

/** `n`: the lesson after this one; after the last one, the final exercise. */
export async function next(session: Session): Promise<void> {
  const next = entryAfter(session.state.choice)
  if (!next) return session.notify(TEXTS.lastLesson)
  session.move(await chooseLesson(next.name))
}
