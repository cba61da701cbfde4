import type { TestError } from 'vitest'
import type { Failure, Place } from '../model.ts'
import { asWritten, cleanLine, harmless, LONGEST } from './clean.ts'
import { placeIn } from './server-error.ts'
import { explainForbidden, explainSlip } from './slips.ts'
import { TEXTS } from './texts.ts'
import { readThrown, type Thrown } from './thrown.ts'

// An assertion with a message arrives as «message: expected …» (chai) or «message: promise …» (Vitest).
const ASSERTION = /^(?<sentence>.*?): (?<detail>(?:expected|promise) .*)$/s
const THROW =
  /^expected .* to throw (?:an? )?(?:error )?(?:instance of )?(?:including |matching )?(?<expected>.*?)(?: but got (?<received>.*))?$/s
const CLASS = /^expected (?<received>.*) to be an instance of (?<expected>.*)$/s
// A text is told from what looks like it only here, by its quotes.
const SAID = /^expected (?<left>.*) to (?:be|equal|deeply equal|strictly equal) (?<right>.*?)(?: \/\/ .*)?$/s
const NEGATED = /^expected .* (?:not to|to not) /s
/** What a guard or the page throws: no test is about it. */
const OURS = /cuaderno:\w/
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
  const received = unquoted(found.received ?? '')
  const slip = (UNWANTED.test(detail) || OURS.test(received)) && explainSlip(received)
  return slip ? { sentence: slip, place } : { sentence: cleanLine(sentence), place, ...found }
}

/** The Spanish sentence and the place of an error outside of any test. */
export function explainLooseError(error: TestError, exercise: string): Failure {
  return {
    sentence: explainLoose(readThrown(error), error.type as string | undefined),
    place: placeInExercise(error, exercise),
  }
}

/** The Spanish sentence and the place of what ended a scene: there, an error is also what may have been looked for. */
export function explainSceneError(error: TestError, scene: string): Failure {
  const { message, brief } = readThrown(error)
  return { sentence: explainSlip(message) ?? TEXTS.scene.threw(brief), place: placeInExercise(error, scene) }
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
  // What should not have come is no more than what came.
  if (UNWANTED.test(detail) || NEGATED.test(detail)) return { received: clean(error.actual) }
  const told = THROW.exec(detail)?.groups ?? CLASS.exec(detail)?.groups
  const { expected, received } = told ?? { expected: error.expected, received: error.actual }
  const seen = { expected: clean(expected), received: clean(received) }
  if (seen.expected !== seen.received || seen.expected === undefined) return seen
  const quoted = { expected: withSpaces(expected), received: withSpaces(received) }
  if (quoted.expected !== quoted.received) return quoted
  const { left = '', right = '' } = SAID.exec(detail)?.groups ?? {}
  // Two objects that are alike and not the same: there is nothing to compare.
  return left === right
    ? { received: seen.received }
    : { expected: cleanLine(right), received: cleanLine(left) }
}

/** Vitest gives most values as texts, but not what is compared with an error. */
function clean(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined
  return asWritten(cleanLine(typeof value === 'string' ? value : withoutStack(value)))
}

function withoutStack(value: unknown): string {
  const { name, message } = Object(value)
  return typeof message === 'string' ? `${name}: ${message}` : String(JSON.stringify(value))
}

/** Between quotes, with every space in sight. */
function withSpaces(value: unknown): string {
  return harmless(JSON.stringify(value)).slice(0, LONGEST)
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
