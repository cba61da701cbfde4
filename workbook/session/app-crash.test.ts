import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT } from '../curriculum/paths.ts'
import { TEXTS } from '../verdict/explain/texts.ts'
import { explainCrash } from './app-crash.ts'

/** What Node writes of an error that ends a program. */
const fatal = (error: string) =>
  `file:///x/a.ts:3\n    throw x\n    ^\n\n${error}\n    at a (x.ts:3:5)\n\nNode.js v20.20.0\n`
const env = join(ROOT, '.env')

describe('explainCrash', () => {
  test.each<[string, string, string | RegExp]>([
    ['a secret that is missing', 'Error: El secreto debe medir al menos 32 bytes', TEXTS.serverSecret],
    ['the same in other words', 'Error: secreto corto, menos de 32 bytes', TEXTS.serverSecret],
    [
      'a folder without permission',
      `Error: EACCES: permission denied, open '${env}'`,
      /^No hay permiso para usar \.env:.*Después, guarda$/,
    ],
    ['a full disk', 'Error: ENOSPC: no space left on device, write', /^No queda sitio en el disco/],
    ['a database without a place', 'SQLite3Error: unable to open database file', TEXTS.serverDatabase],
    [
      'any other error',
      'Error: La duración debe ser un número entero',
      'La duración debe ser un número entero',
    ],
    [
      'a name that a module has not',
      "SyntaxError: The requested module './a.ts' does not provide an export named 'b'",
      TEXTS.noSuchName('b', './a.ts'),
    ],
  ])('tells %s while it starts', (_what, error, sentence) => {
    expect(explainCrash({ ready: false, code: 1, errors: fatal(error) })).toMatch(sentence)
  })

  test.each<[string, { code: number | null; errors: string }, string]>([
    [
      'an error that nobody catches',
      { code: 1, errors: fatal('Error: tarde') },
      TEXTS.serverDied('Error: tarde'),
    ],
    ['process.exit', { code: 3, errors: '' }, TEXTS.serverExit(3)],
    [
      'process.exit after an error that was logged',
      { code: 1, errors: 'Error: antes\n' },
      TEXTS.serverExit(1),
    ],
    ['a signal', { code: null, errors: '' }, TEXTS.serverKilled],
    ['too much memory', { code: 134, errors: 'JavaScript heap out of memory' }, TEXTS.serverMemory],
    ['something awaited for ever', { code: 13, errors: '' }, TEXTS.serverAwaits],
  ])('tells %s once it listens', (_what, crash, sentence) => {
    expect(explainCrash({ ready: true, ...crash })).toBe(sentence)
  })
})
