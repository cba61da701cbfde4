const WORD = /[\p{L}\p{M}\p{N}_$'’]+/gu
// Names of code, acronyms, whatever has a number, and a letter alone or repeated: not words.
const NOT_A_WORD = /[\p{N}_$]|\p{Ll}\p{Lu}|^\p{Lu}+$|^(\p{L})\1*$/u

/** The words of a text, each part of a compound with a hyphen on its own. */
export function wordsOf(text: string): string[] {
  return [...text.normalize('NFC').matchAll(WORD)]
    .map(([word]) => word.replace(/^['’]+|['’]+$/g, ''))
    .filter((word) => word && !NOT_A_WORD.test(word))
}
