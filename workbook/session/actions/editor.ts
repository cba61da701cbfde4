import { relative } from 'node:path'
import { ROOT } from '../../curriculum/paths.ts'
import { firstFailed } from '../../report/result.ts'
import type { Session } from '../session.ts'
import { TEXTS } from '../texts.ts'

/** `e`: the learner's file in their editor, at the line of the first failure. */
export async function editor(session: Session): Promise<void> {
  const { default: launchEditor } = await import('launch-editor')
  const { exercise } = session.lesson
  const broken = session.state.results.find(({ passed }) => !passed)
  const place = broken && (broken.problems[0]?.place ?? firstFailed(broken)?.failure?.place)
  const shown = relative(ROOT, exercise)
  session.notify(TEXTS.opened(shown))
  launchEditor(`${exercise}:${place?.line ?? 1}`, undefined, () => session.notify(TEXTS.notOpened(shown)))
}
