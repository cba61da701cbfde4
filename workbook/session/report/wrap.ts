import { stripVTControlCharacters } from 'node:util'

/** Breaks a text between words so that no line is longer than `width`, each one indented. */
export function wrap(text: string, indent: number, width = 80): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line ? `${line} ${word}` : word
    if (line && indent + lengthOf(longer) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line].map((part) => ' '.repeat(indent) + part)
}

/**
 * The same of a line that has its own indentation. A word that is longer than the line stays whole: the
 * terminal breaks it, and gives it back whole to whoever copies it.
 */
export function flow(line: string, width: number): string[] {
  if (lengthOf(line) <= width) return [line]
  const indent = /^ */.exec(line)?.[0].length ?? 0
  return wrap(line.slice(indent), indent, width)
}

/** How many rows of a terminal these lines take. */
export function heightOf(lines: readonly string[], columns: number): number {
  return lines.reduce((rows, line) => rows + Math.max(1, Math.ceil(lengthOf(line) / columns)), 0)
}

/** How many columns a line takes. */
export function lengthOf(line: string): number {
  return stripVTControlCharacters(line).length
}
