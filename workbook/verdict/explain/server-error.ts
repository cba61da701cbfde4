import type { Place } from '../model.ts'
import { asWritten, cleanLine, withoutColours } from './clean.ts'

const ERROR = /^\s*(?<text>\w*Error(?: \[\w+\])?: .+)$/m

/** The error that the learner's app logged while a test ran: the cause of a 500 that nobody expected. */
export function serverErrorIn(
  console: string | undefined,
  exercise: string,
): { text: string; place?: Place } | undefined {
  const log = withoutColours(console ?? '')
  const text = ERROR.exec(log)?.groups?.text
  return text ? { text: asWritten(cleanLine(text)), place: placeIn(log, exercise) } : undefined
}

/** The first place in the learner's file that a log or a stack mentions. */
export function placeIn(log: string, exercise: string): Place | undefined {
  const [, line] = log.split(`${exercise.replaceAll('\\', '/')}:`).map((rest) => /^(\d+)/.exec(rest)?.[1])
  return line ? { file: exercise, line: Number(line) } : undefined
}
