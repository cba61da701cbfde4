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
