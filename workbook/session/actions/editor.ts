import { relative } from 'node:path'
import { ROOT } from '../../curriculum/paths.ts'
import { firstFailed } from '../../verdict/marks.ts'
import type { Session } from '../session.ts'
import { TEXTS } from '../texts.ts'
import { guessEditor, isForTerminals } from './guess-editor.ts'

/** `e`: the learner's file in their editor, at the line of the first failure. */
export async function editor(session: Session): Promise<void> {
  const { exercise } = session.lesson
  const broken = session.state.results.find(({ passed }) => !passed)
  const place = broken && (broken.problems[0]?.place ?? firstFailed(broken)?.failure?.place)
  const line = place?.line ?? 1
  const shown = relative(ROOT, exercise)
  const name = await guessEditor()
  // Two programs cannot read the keys of one terminal.
  if (name && isForTerminals(name)) return session.notify(TEXTS.otherTerminal(`${name} +${line} ${shown}`))
  const { default: launchEditor } = await import('launch-editor')
  session.notify(TEXTS.opened(shown))
  launchEditor(`${exercise}:${line}`, undefined, () => session.notify(TEXTS.notOpened(shown)))
}
