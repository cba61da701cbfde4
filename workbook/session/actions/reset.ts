import { relative } from 'node:path'
import { ROOT } from '../../curriculum/paths.ts'
import { resetLesson, undoReset } from '../../learner/reset.ts'
import type { Session } from '../session.ts'
import { TEXTS } from '../texts.ts'

/** `r`: back to the starting file. Asks first, keeps a copy and says where. */
export function reset(session: Session, asked?: string): void {
  if (!session.confirmed(TEXTS.askReset, asked)) return
  const copy = resetLesson(session.lesson)
  session.notify(copy ? TEXTS.resetDone(relative(ROOT, copy.path)) : TEXTS.resetNothing)
}

/** `d`: what was there before the last reset. */
export function undo(session: Session): void {
  session.notify(undoReset(session.lesson) ? TEXTS.undone : TEXTS.nothingToUndo)
}
