import type { TestError } from 'vitest'
import type { Failure, Place } from '../model.ts'
import { cleanLine, withoutViteNames } from './clean.ts'
import { placeIn } from './server-error.ts'
import { explainForbidden, explainSlip } from './slips.ts'
import { TEXTS } from './texts.ts'
import { readThrown, type Thrown } from './thrown.ts'

// An assertion with a message arrives as «message: expected …» (chai) or «message: promise …» (Vitest).
const ASSERTION = /^(?<sentence>.*?): (?<detail>(?:expected|promise) .*)$/s
const THROW =
  /^expected .* to throw (?:an? )?(?:error )?(?:instance of )?(?:including |matching )?(?<expected>.*?)(?: but got (?<received>.*))?$/s
const UNWANTED = /^expected .* to (?:not throw |throw error not )/s

/** The Spanish sentence, the values and the place of an error that a test ended with. */
export function explainTestError(error: TestError, exercise: string): Failure {
  const thrown = readThrown(error)
  const place = placeInExercise(error, exercise)
  const { sentence = '', detail } = ASSERTION.exec(thrown.message)?.groups ?? {}
  // Vitest says nothing after the message where something should have been thrown and nothing was.
  if (!detail && error.name === 'AssertionError') return { sentence: cleanLine(thrown.message), place }
  if (!detail) return { sentence: explainThrown(thrown), place }
  const found = values(error, detail)
  // An error that nobody wrote: the sentence of the test looks for its cause in the wrong place.
  const slip = UNWANTED.test(detail) && explainSlip(unquoted(found.received ?? ''))
  return slip ? { sentence: slip, place } : { sentence: cleanLine(sentence), place, ...found }
}

/** The Spanish sentence and the place of an error outside of any test. */
export function explainLooseError(error: TestError, exercise: string): Failure {
  return {
    sentence: explainLoose(readThrown(error), error.type as string | undefined),
    place: placeInExercise(error, exercise),
  }
}

function explainThrown({ message, brief, isError }: Thrown): string {
  return explainSlip(message) ?? (isError ? TEXTS.threw(brief) : TEXTS.threwOther(brief))
}

function explainLoose({ message, brief, isError }: Thrown, type: string | undefined): string {
  const slip = explainSlip(message)
  const what = isError ? brief : TEXTS.notAnError(brief)
  if (type === 'Unhandled Rejection') return explainForbidden(message) ?? TEXTS.rejection(slip ?? what)
  if (slip) return slip
  return type === 'Uncaught Exception' ? TEXTS.uncaught(what) : TEXTS.load(what)
}

function values(error: TestError, detail: string): Pick<Failure, 'expected' | 'received'> {
  if (UNWANTED.test(detail)) return { received: clean(error.actual) }
  const thrown = THROW.exec(detail)?.groups ?? { expected: error.expected, received: error.actual }
  return { expected: clean(thrown.expected), received: clean(thrown.received) }
}

/** Vitest gives most values as texts, but not what is compared with an error. */
function clean(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined
  return withoutViteNames(cleanLine(typeof value === 'string' ? value : String(JSON.stringify(value))))
}

function unquoted(value: string): string {
  return value.replace(/^["']|["']$/g, '')
}

/** The innermost frame of the stack that lies in the learner's file. */
function placeInExercise({ stacks, stack }: TestError, exercise: string): Place | undefined {
  const frame = stacks?.find(({ file }) => file === exercise)
  if (frame) return { file: exercise, line: frame.line }
  return typeof stack === 'string' ? placeIn(stack, exercise) : undefined
}
