import { openHint } from '../../learner/ladder.ts'
import type { Hint } from '../../verdict/rungs.ts'
import { TEXTS as SHARED } from '../../verdict/texts.ts'
import { TEXTS } from '../texts.ts'
import type { Desk } from './desk.ts'

/** The next hint of a task, or the one that is open and what the next one waits for. */
export function hint(desk: Desk): void {
  const task = desk.task()
  if (!task) return
  const opening = openHint(desk.lesson, task)
  if ('hint' in opening) {
    const last = opening.hint.rung === 3
    desk.show(hintLines(opening.hint, last ? SHARED.hintLast : TEXTS.hintWaits(desk.retry)))
  } else if ('wait' in opening) desk.show(hintLines(opening.wait, TEXTS.hintWaits(desk.retry)))
  else desk.show(hintLines(opening.last, SHARED.hintLast))
}

function hintLines({ rung, title, task, text }: Hint, next: string): string[] {
  return [`${SHARED.hint(rung, title)} (${task})`, '', `  ${text.replaceAll('`', '')}`, '', next]
}
