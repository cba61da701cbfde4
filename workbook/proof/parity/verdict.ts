import type { TestResult } from '../../verdict/model.ts'
import { withoutChanging } from '../changing-values.ts'

/** What both sides have to agree on about a test. */
export interface Verdict {
  task: string
  title: string
  state: TestResult['state']
  sentence?: string
  expected?: string
  received?: string
  line?: number
}

// Two engines differ in the words for the same error: those of V8, and those of Firefox.
const WORDS = /Unexpected (?:token .* is not valid JSON|end of JSON input)|JSON\.parse: .* of the JSON data/g
const QUOTED = / \(.*\)$/s

/** A sentence without the English that it quotes, which is the engine's. */
export function withoutQuote(sentence: string): string {
  return sentence.replace(QUOTED, '')
}

/** The same verdict, whichever the engine. */
export function ofAnyEngine(verdict: Verdict): Verdict {
  const { sentence, expected, received } = verdict
  return {
    ...verdict,
    sentence: sentence && withoutQuote(sentence),
    expected: expected?.replace(WORDS, '(words)'),
    received: received?.replace(WORDS, '(words)'),
  }
}

export function verdictOf({ task, title, state, failure }: TestResult): Verdict {
  const { sentence, expected, received, place } = failure ?? {}
  return {
    task,
    title,
    state,
    sentence,
    expected: expected && withoutChanging(expected),
    received: received && withoutChanging(received),
    line: place?.line,
  }
}
