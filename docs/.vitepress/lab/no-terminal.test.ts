import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadLessons } from '../../../workbook/curriculum/lessons.ts'
import { EXPLANATIONS } from '../../../workbook/verdict/explain/explanations.ts'
import { TEXTS as RUNNER } from '../../../workbook/verdict/explain/texts.ts'
import { TEXTS as SHARED } from '../../../workbook/verdict/texts.ts'
import { TEXTS as TOKENS } from '../../../workbook/verdict/tokens/texts.ts'
import { CONSOLE } from './console-texts.ts'
import { EXCHANGES } from './exchange-texts.ts'
import { FRAME } from './frame-texts.ts'
import { RAID } from './raid-texts.ts'
import { TEXTS } from './texts.ts'

/** What a page has not: commands, and keys of the session. */
const OF_THE_TERMINAL =
  /\bnpm (?:run|start|test)\b|\bcon [a-z] o npm|\bpulsa [a-z]\b|\by guarda(?:[.:'`]|$)|tu editor/

/** Of what is shared, what a file on a disk may be and what happens to a server of a session. */
const NEVER_IN_THE_PAGE =
  /^(?:missing|folder|notAFile|unreadable|tooBig|binary|unexplained|encoding|server\w+|noServer)$/
/** Said with what the page offers instead (`RESTART.page`). */
const WITH_RESTART = ['empty', 'onlyComments', 'goneExport']

/** All the sentences of an object of texts, whatever they are made of. */
function sentencesOf(texts: object): string[] {
  return Object.entries(texts).flatMap(([key, value]) => {
    if (NEVER_IN_THE_PAGE.test(key) || WITH_RESTART.includes(key)) return []
    if (typeof value === 'string') return [value]
    if (typeof value === 'function') return [String(value(...Array(value.length).fill(['x'])))]
    return sentencesOf(value)
  })
}

const lessons = await loadLessons()
const SAID: readonly [string, string[]][] = [
  ['the laboratory', sentencesOf({ ...TEXTS, ...FRAME, ...EXCHANGES, ...RAID })],
  ['its console', sentencesOf({ ...CONSOLE, replied: '' })],
  ['both sides', sentencesOf(SHARED)],
  ['the explanations', sentencesOf(RUNNER)],
  ['those of errors in English', EXPLANATIONS.map(({ tell }) => tell({ name: 'x', nothing: 'null' }))],
  ['what is told of tokens', sentencesOf(TOKENS)],
  ['the hints', lessons.flatMap(({ manifest }) => manifest.tareas.flatMap(({ pistas }) => [...pistas]))],
  ['the tests', lessons.map(({ spec }) => readFileSync(spec, 'utf8'))],
]

describe('the page', () => {
  test.each(SAID)('never speaks of keys or commands of the terminal: %s', (_who, sentences) => {
    expect(sentences.length).toBeGreaterThan(0)
    expect(sentences.filter((sentence) => OF_THE_TERMINAL.test(sentence))).toEqual([])
  })
})
