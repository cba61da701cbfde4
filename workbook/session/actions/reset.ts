import { relative } from 'node:path'
import { ROOT } from '../../curriculum/paths.ts'
import { resetLesson, undoReset } from '../../learner/copies.ts'
import { TEXTS as SHARED } from '../../verdict/texts.ts'
import { TEXTS } from '../texts.ts'
import type { Desk } from './desk.ts'

/** Back to the starting file, with a copy of what was there. A key may be a slip, and asks first. */
export function reset(desk: Desk): void {
  if (!desk.typed && !desk.insists(TEXTS.askReset)) return
  const file = relative(ROOT, desk.lesson.exercise)
  const copy = resetLesson(desk.lesson)
  if (!copy) return desk.say(SHARED.resetNothing)
  desk.say(TEXTS.resetDone(file, relative(ROOT, copy.path), desk.way('deshaz')))
}

/** What was there before the last reset. */
export function undo(desk: Desk): void {
  const file = relative(ROOT, desk.lesson.exercise)
  if (undoReset(desk.lesson)) desk.say(TEXTS.undone(file))
  else desk.refuse(TEXTS.nothingToUndo)
}
