import { stripVTControlCharacters } from 'node:util'
import type { TestError } from 'vitest'
import type { Failure, Place } from './model.ts'
import { fromVariantPath } from './variants.ts'

// An assertion with a message arrives as «message: expected …» (chai) or «message: promise …» (Vitest).
const ASSERTION = /^(?<sentence>.*?): (?<detail>(?:expected|promise) .*)$/s

/** The Spanish sentence, the values and the place of an error that a test ended with. */
export function explainTestError(error: TestError, exercise: string): Failure {
  const message = stripVTControlCharacters(error.message ?? String(error))
  const place = placeInExercise(error, exercise)
  const assertion = ASSERTION.exec(message)?.groups
  if (assertion)
    return { sentence: assertion.sentence ?? '', place, ...values(error, assertion.detail ?? '') }
  const todo = /^TODO (\d+): /.exec(message)
  if (todo) return { sentence: `Falta el TODO ${todo[1]}`, place }
  return { sentence: `${error.name ?? 'Error'}: ${message}`, place }
}

function values(error: TestError, detail: string): { expected?: string; received?: string } {
  const thrown = /^expected .* to throw (?:error )?(?<expected>.*?)(?: but got (?<received>.*))?$/s.exec(
    detail,
  )
  if (thrown?.groups) return { expected: thrown.groups.expected, received: thrown.groups.received }
  return { expected: error.expected, received: error.actual }
}

/** The innermost frame of the stack that lies in the learner's file. */
function placeInExercise(error: TestError, exercise: string): Place | undefined {
  const frame = error.stacks?.find(({ file }) => realPath(file) === exercise)
  return frame && { file: exercise, line: frame.line }
}

function realPath(file: string): string {
  return fromVariantPath(file)?.file ?? file
}
