import { openHint } from '../../learner/ladder.ts'
import { firstFailed } from '../../verdict/marks.ts'
import type { Hint } from '../../verdict/rungs.ts'
import { wrap } from '../report/wrap.ts'
import type { Session } from '../session.ts'
import { TEXTS } from '../texts.ts'

/** `p`: the next hint of the task that fails. */
export function hint(session: Session): void {
  const broken = session.state.results.find(({ passed }) => !passed)
  const task = broken && (firstFailed(broken)?.task ?? broken.lesson.manifest.tareas[0]?.nombre)
  if (!broken || !task) return session.notify(TEXTS.noHint)
  const found = openHint(broken.lesson, task)
  if ('hint' in found) session.show(hintLines(found.hint))
  else if ('wait' in found) session.show([...hintLines(found.wait), '', TEXTS.hintWaits])
  else session.show([...hintLines(found.last), '', TEXTS.hintLast])
}

function hintLines({ rung, title, text }: Hint): string[] {
  return [TEXTS.hint(rung, title), '', ...wrap(text.replaceAll('`', ''), 2)]
}
