import { paintFor } from '../report/paint.ts'
import type { Session } from '../session.ts'
import { TEXTS } from '../texts.ts'

/** `s`: the learner's file beside the solution; asks first while tests are red. */
export async function compare(session: Session, asked?: string): Promise<void> {
  const green = session.state.results.every(({ passed }) => passed)
  if (!green && !session.confirmed(TEXTS.askSolution, asked)) return
  const { compareLines, compareWithSolution } = await import('../../learner/compare.ts')
  const lines = compareWithSolution(session.lesson)
  if (lines.every(({ kind }) => kind === 'same')) return session.notify(TEXTS.sameAsSolution)
  session.show(compareLines(lines, paintFor(process.stdout)))
}
