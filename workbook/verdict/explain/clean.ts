// What Node's `stripVTControlCharacters` takes away, without Node: the laboratory reads the same texts in
// a browser.
const ESCAPE = String.fromCharCode(0x1b)
const BELL = String.fromCharCode(0x07)

// Control sequences, such as colours, and commands to the operating system, such as links (ECMA-48 §5.4, §8.3.89).
const SEQUENCES = new RegExp(
  `${ESCAPE}(?:\\[[\\d;?]*[ -/]*[@-~]|\\][^${BELL}${ESCAPE}]*(?:${BELL}|${ESCAPE}\\\\))`,
  'g',
)

/** The text without colours or anything else that a terminal would obey. */
export function withoutColours(text: string): string {
  return text.replace(SEQUENCES, '')
}

// Control characters, and those that turn the direction of the text around.
const HARMFUL = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu
/** What is told of a text of the learner's code, in characters. */
export const LONGEST = 300

/** A text of the learner's code as one line that cannot disturb the terminal, cut if it is very long. */
export function cleanLine(text: string): string {
  const line = withoutColours(text).replace(/\s+/g, ' ').replace(HARMFUL, '').trim()
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line
}

/** A line of the learner's own, with its spaces, that cannot disturb the terminal. */
export function harmless(line: string): string {
  return withoutColours(line).replaceAll('\t', '  ').replace(HARMFUL, '')
}

/** The message with names as they are written: without those that Vite gives to imports, and `this.#a`, which V8 calls `this[#a]`. */
export function asWritten(message: string): string {
  return message
    .replace(/\(0\s*,\s*([^)]+)\)/g, '$1')
    .replace(/__vi(?:te_ssr)?_import_\d+__\./g, '')
    .replace(/\[(#[\w$]+)\]/g, '.$1')
}
