import type { TestResult } from '../../verdict/model.ts'

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

// Two runs differ in these, wherever they happen: random values, hashes of them, times, where files are.
const CHANGING: readonly [RegExp, string][] = [
  [/[0-9a-f]{8}-[0-9a-f-]{27}/g, '(uuid)'],
  [/[\w+/-]{40,}={0,2}/g, '(bytes)'],
  [/[0-9a-f]{24,}/g, '(bytes)'],
  [/\b1[789]\d{8}\b/g, '(seconds)'],
  [/\w{3}, \d\d \w{3} \d{4} [\d:]{8} GMT/g, '(date)'],
  [/at parse \(.*/, '(stack)'],
]

export function verdictOf({ task, title, state, failure }: TestResult): Verdict {
  const { sentence, expected, received, place } = failure ?? {}
  return {
    task,
    title,
    state,
    sentence,
    expected: expected && stable(expected),
    received: received && stable(received),
    line: place?.line,
  }
}

function stable(text: string): string {
  return CHANGING.reduce((result, [pattern, name]) => result.replace(pattern, name), text)
}
