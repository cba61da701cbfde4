/** A way to break an exercise that is solved, and what the learner has to read. */
export interface Case {
  /** What is wrong with the file, in English: completes «explains …» or «takes … in its stride». */
  name: string
  /** The learner's text, from the solution's. */
  text?: Change
  /** What else happens to the file. */
  act?: (file: string, solution: string) => void | Promise<void>
  /** Makes the file one that can be saved again. */
  repair?: (file: string) => void
  /** The exact sentence; without one, the file is as good as before. */
  says?: string
  /** A piece of the line that is told: it appears once in the text. */
  at?: string
  /** Of those that never run: one that a session shows too. */
  telling?: true
}

export type Change = (solution: string) => string | Uint8Array

/** Other text in place of one that appears once. Throws if it does not: the lesson changed. */
export const swap =
  (find: string, put: string): ((solution: string) => string) =>
  (solution) => {
    if (solution.split(find).length !== 2) throw new Error(`«${find}» has to appear once in the solution`)
    return solution.replace(find, () => put)
  }

/** Something written above a text that appears once. */
export const above = (find: string, code: string) => swap(find, `${code}\n${find}`)

/** Something written at the top of the file. */
export const first =
  (code: string) =>
  (solution: string): string =>
    `${code}\n${solution}`

/** Something written at the end of the file. */
export const last =
  (code: string) =>
  (solution: string): string =>
    `${solution}\n${code}\n`

/** The line, counted from 1, with a text that appears once. */
export function lineOf(text: string, piece: string): number {
  const lines = text.split('\n').flatMap((line, index) => (line.includes(piece) ? [index + 1] : []))
  if (lines.length !== 1) throw new Error(`«${piece}» has to appear in one line`)
  return lines[0] ?? 0
}
