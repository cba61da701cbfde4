import { stripVTControlCharacters } from 'node:util'
import type { TestError } from 'vitest'
import type { Failure, Place } from './model.ts'
import { TEXTS } from './texts.ts'
import { fromVariantPath } from './variants.ts'

// An assertion with a message arrives as «message: expected …» (chai) or «message: promise …» (Vitest).
const ASSERTION = /^(?<sentence>.*?): (?<detail>(?:expected|promise) .*)$/s
const THROW =
  /^expected .* to throw (?:an? )?(?:error )?(?:instance of )?(?:including |matching )?(?<expected>.*?)(?: but got (?<received>.*))?$/s
const UNWANTED = /^expected .* to (?:not throw |throw error not )/s
const TIMEOUT = /^Test timed out in (\d+)ms/

/** The Spanish sentence, the values and the place of an error that a test ended with. */
export function explainTestError(error: TestError, exercise: string): Failure {
  const message = messageOf(error)
  const place = placeInExercise(error, exercise)
  const assertion = ASSERTION.exec(message)?.groups
  if (assertion) {
    return { sentence: assertion.sentence ?? '', place, ...values(error, assertion.detail ?? '') }
  }
  // Vitest says nothing after the message where something should have been thrown and nothing was.
  if (error.name === 'AssertionError') return { sentence: message, place }
  return { sentence: explainThrown(error, message), place }
}

/** The Spanish sentence and the place of an error outside of any test. */
export function explainLooseError(error: TestError, exercise: string): Failure {
  const message = messageOf(error)
  return { sentence: explainLoose(error, message), place: placeInExercise(error, exercise) }
}

function explainThrown(error: TestError, message: string): string {
  const known = explainKnown(message)
  if (known) return known
  const timeout = TIMEOUT.exec(message)
  if (timeout) return TEXTS.timeout(Number(timeout[1]) / 1000)
  return TEXTS.threw(brief(error, message))
}

function explainLoose(error: TestError, message: string): string {
  const known = explainKnown(message)
  if (known) return known
  if (error.type === 'Unhandled Rejection') return TEXTS.rejection(brief(error, message))
  if (error.type === 'Uncaught Exception') return TEXTS.uncaught(brief(error, message))
  return TEXTS.load(brief(error, message))
}

function explainKnown(message: string): string | undefined {
  const unresolved = /(?:Cannot find (?:module|package)|Failed to resolve import) ['"]([^'"]+)['"]/.exec(
    message,
  )
  if (unresolved?.[1]) return TEXTS.unresolved(unresolved[1])
  if (message.includes('process.exit unexpectedly called')) return TEXTS.exit
  if (message.includes('Maximum call stack size exceeded')) return TEXTS.recursion
  if (message.includes('EADDRINUSE')) return TEXTS.port
  if (message.includes('Worker exited unexpectedly')) return TEXTS.died
  return undefined
}

function brief(error: TestError, message: string): string {
  return `${error.name ?? 'Error'}: ${message.split('\n')[0]}`
}

function values(error: TestError, detail: string): Pick<Failure, 'expected' | 'received'> {
  if (UNWANTED.test(detail)) return { received: error.actual }
  const thrown = THROW.exec(detail)?.groups
  if (thrown) return { expected: thrown.expected, received: thrown.received }
  return { expected: error.expected, received: error.actual }
}

/** The innermost frame of the stack that lies in the learner's file. */
function placeInExercise(error: TestError, exercise: string): Place | undefined {
  const frame = error.stacks?.find(({ file }) => (fromVariantPath(file)?.file ?? file) === exercise)
  return frame && { file: exercise, line: frame.line }
}

function messageOf(error: TestError): string {
  const cause = (error.cause as TestError | undefined)?.message ?? ''
  return stripVTControlCharacters([error.message ?? String(error), cause].filter(Boolean).join('\n'))
}
