import type { TestError } from 'vitest'
import { asWritten, cleanLine } from './clean.ts'
import { TEXTS } from './texts.ts'

/** Something that the learner's code threw, as Vitest hands it on: nothing of it can be trusted. */
export interface Thrown {
  /** All that it says, also in its cause, without colours. */
  message: string
  /** Its first line, with its class, or what it is if it is no error. */
  brief: string
  isError: boolean
}

/** Reads a thrown value, whatever it is. Never throws. */
export function readThrown(error: TestError): Thrown {
  const isError = typeof error.stack === 'string' || typeof error.name === 'string'
  const message = asWritten([textOf(error.message), causeOf(error)].filter(Boolean).join('\n'))
  const what = isError ? `${textOf(error.name) || 'Error'}: ${firstLine(message)}` : describe(error)
  return { message, brief: cleanLine(what), isError }
}

/** Vitest keeps of anything but an error its text as a message, or its properties. */
function describe(error: TestError): string {
  const { message } = error as { message?: unknown }
  if (message === null || message === 'null') return 'null'
  if (message === 'undefined') return 'undefined'
  if (message !== undefined) return `«${textOf(message)}»`
  const own = Object.keys(error).filter((key) => !/^(?:type|message|name|stack|stacks|VITEST_.*)$/.test(key))
  return own.length ? TEXTS.someObject : 'undefined'
}

function causeOf({ cause }: TestError): string {
  return typeof cause === 'object' && cause ? textOf((cause as Partial<TestError>).message) : ''
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** A message may begin with line breaks. */
function firstLine(message: string): string {
  return message.trimStart().split('\n')[0] ?? ''
}
