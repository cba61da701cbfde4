import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { decodeTrie } from 'cspell-trie-lib'

// Some are taken away: it also gives words without their accents.
const SUGGESTIONS = { numSuggestions: 6, includeTies: false, timeout: 500 }

/** The words of Spanish, and those of the project. */
export interface Dictionary {
  knows(word: string): boolean
  /** The nearest words of Spanish, the best first. */
  suggest(word: string): string[]
}

/** Loads the Spanish dictionary of cspell and adds words. One in lower case may also open a sentence. */
export function loadDictionary(own: readonly string[]): Dictionary {
  const folder = dirname(createRequire(import.meta.url).resolve('@cspell/dict-es-es'))
  const spanish = decodeTrie(gunzipSync(readFileSync(join(folder, 'Spanish.trie.gz'))))
  const ours = new Set(own)
  const isWord = (word: string) => spanish.hasWord(word, true) || ours.has(word)
  return {
    knows: (word) => isWord(word) || isWord(uncapitalized(word)),
    suggest: (word) => spanish.suggest(uncapitalized(word), SUGGESTIONS).filter(isWord).slice(0, 3),
  }
}

function uncapitalized(word: string): string {
  return word.charAt(0).toLowerCase() + word.slice(1)
}
