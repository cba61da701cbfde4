import { compareWithSolution } from '../../learner/compare.ts'
import { TEXTS as SHARED } from '../../verdict/texts.ts'
import { compareLines } from '../report/comparison.ts'
import { paintFor } from '../report/paint.ts'
import { TEXTS } from '../texts.ts'
import type { Desk } from './desk.ts'

/** The learner's file beside the solution; while the lesson is red, only if they insist. */
export function compare(desk: Desk): void {
  if (!desk.solved && !desk.insists(TEXTS.askSolution)) return
  const lines = compareWithSolution(desk.lesson)
  if (lines.every(({ kind }) => kind === 'same')) desk.say(SHARED.same)
  else desk.show(compareLines(lines, paintFor(process.stdout)))
}
