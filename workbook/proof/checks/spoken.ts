import { readFileSync } from 'node:fs'
import { ROOT } from '../../curriculum/paths.ts'
import { type Dictionary, loadDictionary } from './spelling/dictionary.ts'
import { hideCode } from './spelling/prose.ts'
import { findFaults } from './spelling.ts'

const SPOKEN = [
  /\s(?:aria-label|aria-description|aria-roledescription|title|placeholder|alt)="([^"]+)"/g,
  /class="[^"]*visually-hidden[^"]*"[^>]*>([^<]+)</g,
]

/** What is said of a built page and not seen in it: its labels, tips and hidden texts. */
export function spokenTexts(html: string): string[] {
  const texts = SPOKEN.flatMap((pattern) => [...html.matchAll(pattern)].map(([, text = '']) => text.trim()))
  return [...new Set(texts)].filter(Boolean)
}

/** Those that are not in Spanish, as the dictionary of the project knows it. */
export function notInSpanish(texts: readonly string[], dictionary = projectDictionary()): string[] {
  return texts.filter((text) => findFaults([{ line: 1, text: hideCode(text) }], dictionary).length > 0)
}

function projectDictionary(): Dictionary {
  const own = readFileSync(`${ROOT}workbook/proof/checks/spelling/words.txt`, 'utf8')
  return loadDictionary(own.split(/\r?\n/).filter(Boolean))
}
