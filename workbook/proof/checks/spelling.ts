import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../curriculum/paths.ts'
import { none, type Outcome } from './outcome.ts'
import { type Dictionary, loadDictionary } from './spelling/dictionary.ts'
import { filesToRead } from './spelling/files.ts'
import type { ProseLine } from './spelling/prose.ts'
import { styleFaults } from './spelling/style.ts'
import { wordsOf } from './spelling/words.ts'

const OWN_WORDS = join(ROOT, 'workbook', 'proof', 'checks', 'spelling', 'words.txt')
const ORDER = new Intl.Collator('es')

/** Everything that a person reads is spelt as the dictionary or our list of words has it, and in our style. */
export function checkSpelling(): Outcome[] {
  const own = readFileSync(OWN_WORDS, 'utf8').split(/\r?\n/).filter(Boolean)
  const dictionary = loadDictionary(own)
  return [
    none('words.txt: en orden y sin repetir', outOfOrder(own)),
    ...filesToRead(ROOT).map(({ path, read }) => {
      const lines = read(readFileSync(join(ROOT, path), 'utf8'))
      return none(
        `${path}: ortografía y estilo`,
        findFaults(lines, dictionary).map((fault) => `${path}:${fault}`),
      )
    }),
  ]
}

/** The faults of some lines, as «line word (suggestions)». */
export function findFaults(lines: readonly ProseLine[], dictionary: Dictionary): string[] {
  return lines.flatMap(({ line, text }) => {
    const unknown = wordsOf(text).filter((word) => !dictionary.knows(word))
    const spelling = unknown.map((word) => `${word} (sugerencias: ${dictionary.suggest(word).join(', ')})`)
    return [...spelling, ...styleFaults(text)].map((fault) => `${line} ${fault}`)
  })
}

function outOfOrder(words: readonly string[]): string[] {
  return words.filter((word, index) => index > 0 && ORDER.compare(words[index - 1] ?? '', word) >= 0)
}
