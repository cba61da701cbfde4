import { stripVTControlCharacters } from 'node:util'
import type { Place } from './model.ts'

const ERROR = /^\s*(?<text>\w*Error(?: \[\w+\])?: .+)$/m

/** The error that the learner's app logged while a test ran: the cause of a 500 that nobody expected. */
export function serverErrorIn(
  console: string | undefined,
  exercise: string,
): { text: string; place?: Place } | undefined {
  const log = stripVTControlCharacters(console ?? '')
  const text = ERROR.exec(log)?.groups?.text
  if (!text) return undefined
  const [, line] = log.split(`${exercise.replaceAll('\\', '/')}:`).map((rest) => /^(\d+)/.exec(rest)?.[1])
  return { text, place: line ? { file: exercise, line: Number(line) } : undefined }
}
