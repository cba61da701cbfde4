/** A line that a person reads. What is not prose in it is hidden: see `hide`. */
export interface ProseLine {
  line: number
  text: string
}

const HIDDEN = '·'

/** Covers each match with dots, so that lines and columns stay where they were. */
export function hide(text: string, pattern: RegExp): string {
  return text.replace(pattern, (match) => match.replace(/[^\n]/gu, HIDDEN))
}

const CODE = [
  /`[^`]+`/g,
  /<[^>\n]+>/g,
  /^ *:{3,}.\w+/gm,
  /\{[^}\n]*\}/g,
  /[\w.]+\([^)\n]*\)/g,
  /\S*[/\\@=]\S*/g,
  /[\w-]+\.[a-z]\w*/gi,
  /\b\d\d-[\w-]+/g,
  /\b[A-Z]\w*(?:-[A-Z]\w*)+/g,
  /\b(?:git|npx|npm(?: run)?) [\w:-]+(?: --?[\w-]+)*/g,
  /\[!code [^\]]+\]/g,
]

/** Covers code, tags, paths, commands and the names of files, lessons and HTTP headers, in any kind of text. */
export function hideCode(text: string): string {
  return CODE.reduce(hide, text)
}

/** The lines of a text where something is left to read, numbered from `first`. */
export function proseLines(text: string, first = 1): ProseLine[] {
  const lines = text.split('\n').map((line, index) => ({ line: first + index, text: line }))
  return lines.filter((line) => /\p{L}/u.test(line.text))
}
