import type { TestError } from 'vitest'
import { cleanLine } from './clean.ts'
import type { Failure, Place } from './model.ts'
import { explainProgramError, withoutViteNames } from './program-errors.ts'
import { placeIn } from './server-error.ts'
import { TEXTS } from './texts.ts'
import { readThrown, type Thrown } from './thrown.ts'
import { fromVariantPath } from './variants.ts'

// An assertion with a message arrives as «message: expected …» (chai) or «message: promise …» (Vitest).
const ASSERTION = /^(?<sentence>.*?): (?<detail>(?:expected|promise) .*)$/s
const THROW =
  /^expected .* to throw (?:an? )?(?:error )?(?:instance of )?(?:including |matching )?(?<expected>.*?)(?: but got (?<received>.*))?$/s
const UNWANTED = /^expected .* to (?:not throw |throw error not )/s
const TIMEOUT = /^Test timed out in (\d+)ms/
// No test provokes these on purpose, and no sentence of a test foresees them.
const NEVER_MEANT =
  /^(?:[\w$]+ is not defined|Assignment to constant|Cannot access '.*' before|Cannot set headers after)/
const UNRESOLVED = /(?:Cannot find (?:module|package)|Failed to resolve import) ['"]([^'"]+)['"]/

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

/** What is wrong with the program itself: calls that are not allowed, objects that are not the learner's. */
export function explainForbidden(message: string): string | undefined {
  const [, what, name = ''] = /cuaderno:(fatal|sealed) (\S+)/.exec(message) ?? []
  if (name === 'listen') return TEXTS.listen
  if (message.includes('cuaderno:next')) return TEXTS.nextTwice
  if (what) return what === 'fatal' ? TEXTS.fatal(name) : TEXTS.sealed(name)
  const unresolved = UNRESOLVED.exec(message)?.[1]
  if (unresolved) return TEXTS.unresolved(cleanLine(unresolved))
  if (message.includes('process.exit unexpectedly called')) return TEXTS.fatal('process.exit')
  if (message.includes('Maximum call stack size exceeded')) return TEXTS.recursion
  if (message.includes('Worker exited unexpectedly')) return TEXTS.died
  return undefined
}

/** What is wrong with the program whatever its tests say; nothing if it is an error like any other. */
export function explainMishap(message: string): string | undefined {
  const forbidden = explainForbidden(message)
  if (forbidden) return forbidden
  const [, said = ''] = /^\w*Error(?: \[\w+\])?: (.*)/s.exec(message) ?? []
  return NEVER_MEANT.test(said) ? explainSlip(said) : undefined
}

function explainThrown({ message, brief, isError }: Thrown): string {
  const timeout = TIMEOUT.exec(message)
  if (timeout) return TEXTS.timeout(Number(timeout[1]) / 1000)
  return explainSlip(message) ?? (isError ? TEXTS.threw(brief) : TEXTS.threwOther(brief))
}

function explainLoose({ message, brief, isError }: Thrown, type: string | undefined): string {
  const slip = explainSlip(message)
  const what = isError ? brief : TEXTS.notAnError(brief)
  if (type === 'Unhandled Rejection') return explainForbidden(message) ?? TEXTS.rejection(slip ?? what)
  if (slip) return slip
  return type === 'Uncaught Exception' ? TEXTS.uncaught(what) : TEXTS.load(what)
}

function explainSlip(message: string): string | undefined {
  const forbidden = explainForbidden(message)
  if (forbidden) return forbidden
  const [said = ''] = message.split('\n')
  const slip = explainProgramError(said)
  return slip && `${slip} (${cleanLine(said)})`
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
  const frame = stacks?.find(({ file }) => (fromVariantPath(file)?.file ?? file) === exercise)
  if (frame) return { file: exercise, line: frame.line }
  return typeof stack === 'string' ? placeIn(stack, exercise) : undefined
}
