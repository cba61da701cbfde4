import { cleanLine } from './clean.ts'
import { explainProgramError } from './program-errors.ts'
import { TEXTS } from './texts.ts'

// No test provokes these on purpose, and no sentence of a test foresees them.
const NEVER_MEANT = /^(?:[\w$]+ is not defined|Assignment to constant|Cannot access '.*' before)/
const ANSWERED_TWICE = /^Cannot set headers after/
const UNRESOLVED = /(?:Cannot find (?:module|package)|Failed to resolve import) ['"]([^'"]+)['"]/
const WITH_CLASS = /^\w*Error(?: \[\w+\])?: (?<said>.*)/s

/** What is wrong with the program itself: calls that are not allowed, objects that are not the learner's. */
export function explainForbidden(message: string): string | undefined {
  const [, what, name = ''] = /cuaderno:(fatal|sealed) (\S+)/.exec(message) ?? []
  if (name === 'listen') return TEXTS.listen
  if (what) return what === 'fatal' ? TEXTS.fatal(name) : TEXTS.sealed(name)
  const unresolved = UNRESOLVED.exec(message)?.[1]
  if (unresolved) return TEXTS.unresolved(cleanLine(unresolved))
  if (message.includes('process.exit unexpectedly called')) return TEXTS.fatal('process.exit')
  if (message.includes('Maximum call stack size exceeded')) return TEXTS.recursion
  if (message.includes('Worker exited unexpectedly')) return TEXTS.died
  return undefined
}

/** Any slip in the program, with what was said of it in English. */
export function explainSlip(message: string): string | undefined {
  const forbidden = explainForbidden(message)
  if (forbidden) return forbidden
  const [said = ''] = message.split('\n')
  const slip = explainProgramError(said)
  return slip && `${slip} (${cleanLine(said)})`
}

/** A slip that explains a red test better than the test: «class: message» of an error that was on its way. */
export function explainTypo(message: string): string | undefined {
  const said = WITH_CLASS.exec(message)?.groups?.said ?? ''
  return explainForbidden(message) ?? (NEVER_MEANT.test(said) ? explainSlip(said) : undefined)
}

/** The same, and what is wrong although no test is red. */
export function explainMishap(message: string): string | undefined {
  if (message.includes('cuaderno:next')) return TEXTS.nextTwice
  const said = WITH_CLASS.exec(message)?.groups?.said ?? ''
  return explainTypo(message) ?? (ANSWERED_TWICE.test(said) ? explainSlip(said) : undefined)
}
