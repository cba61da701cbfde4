/** Something wrong with the learner's text: a sentence, and the line (from 1) to look at if it is known. */
export interface Finding {
  sentence: string
  line?: number
}

/** The line, counted from 1, of a position in a text. */
export function lineAt(source: string, position: number): number {
  return source.slice(0, position).split('\n').length
}
