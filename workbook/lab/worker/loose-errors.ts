// Errors that nobody catches and promises that nobody awaits.
import type { SentError } from '../protocol.ts'
import { toSentError } from './runner.ts'

/** The list to which they will be added from now on. */
export function hearErrors(): SentError[] {
  const errors: SentError[] = []
  const hear = (type: SentError['type'], thrown: unknown, event: Event) => {
    event.preventDefault()
    errors.push({ ...toSentError(thrown), type })
  }
  addEventListener('error', (event) => hear('Uncaught Exception', event.error, event))
  addEventListener('unhandledrejection', (event) => hear('Unhandled Rejection', event.reason, event))
  return errors
}
