import { printedIn } from '../../verdict/printed-in.ts'
import type { Session } from '../session.ts'
import { TEXTS } from '../texts.ts'

/** `o`: all that the learner's code printed in the last run, under the test in which it did. */
export function printed(session: Session): void {
  const found = session.state.results.flatMap(printedIn)
  if (!found.length) return session.notify(TEXTS.nothingPrinted)
  session.show(
    found.flatMap(({ where, text }) => [where, ...text.split('\n').map((line) => `  ${line}`), '']),
  )
}
