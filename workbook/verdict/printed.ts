import { withoutColours } from './explain/clean.ts'
import { TEXTS } from './texts.ts'

/** More than this, nobody reads under a test. */
const UNDER_A_TEST = { lines: 20, characters: 2000 }

/** What the learner's code wrote, as much of it as is worth showing; nothing if it wrote nothing. */
export function shownOf(written: string | undefined, most = UNDER_A_TEST): string | undefined {
  const lines = withoutColours(written ?? '')
    .replace(CONTROLS, '')
    .trimEnd()
    .split('\n')
  const kept = lines.slice(0, most.lines)
  while (kept.length > 1 && kept.join('\n').length > most.characters) kept.pop()
  const text = kept.join('\n')
  if (!text) return undefined
  const cut = text.length > most.characters ? `${text.slice(0, most.characters)}…` : text
  const more = lines.length - kept.length
  return more ? `${cut}\n${TEXTS.printedMore(more)}` : cut
}

/** All that disturbs who reads, but for what makes lines and columns. */
const CONTROLS = /(?![\n\t])[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu
