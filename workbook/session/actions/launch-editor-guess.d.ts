// launch-editor has types for its main file only.
declare module 'launch-editor/guess.js' {
  /** The command of an editor and its arguments; `null` if none is found. */
  export default function guessEditor(specified?: string): (string | null)[]
}
