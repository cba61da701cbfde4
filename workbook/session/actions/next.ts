import { LESSON_COUNT } from '../../curriculum/lessons.ts'
import { chooseLesson } from '../choice.ts'
import type { Session } from '../session.ts'
import { TEXTS } from '../texts.ts'

/** `n`: the lesson after this one; after the last one, the final exercise. */
export async function next(session: Session): Promise<void> {
  if (session.state.choice.allMine) return session.notify(TEXTS.lastLesson)
  const { number } = session.lesson
  await session.move(await chooseLesson(number < LESSON_COUNT ? String(number + 1) : 'final'))
}
