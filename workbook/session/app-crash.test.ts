import { describe, expect, test } from 'vitest'
import { TEXTS } from '../verdict/explain/texts.ts'
import { type Crash, explainCrash } from './app-crash.ts'

const uncaught = (error: string) => `file:///app.ts:3\n    at x\n\n${error}\n    at y\n\nNode.js v20.20.2\n`

describe('explainCrash', () => {
  test.each<[string, Crash, string]>([
    ['an exit', { ready: true, code: 3, errors: '' }, TEXTS.serverExit(3)],
    ['an exit without an error', { ready: false, code: 0, errors: '' }, TEXTS.serverExit(0)],
    ['a signal', { ready: true, code: null, errors: '' }, TEXTS.serverKilled],
    ['an await that cannot end', { ready: false, code: 13, errors: '' }, TEXTS.serverAwaits],
    [
      'no memory left, whatever else it wrote',
      { ready: true, code: null, errors: `${uncaught('RangeError: x')}JavaScript heap out of memory` },
      TEXTS.serverMemory,
    ],
    [
      'an error that nobody catches',
      { ready: true, code: 1, errors: uncaught('Error: tarde') },
      TEXTS.serverDied('Error: tarde'),
    ],
    [
      'the last error, after others that the app survived and logged',
      { ready: true, code: 1, errors: `Error: de antes\n${uncaught('TypeError [ERR_X]: tarde')}` },
      TEXTS.serverDied('TypeError: tarde'),
    ],
    [
      'an exit of its own after an error that it survived and logged',
      { ready: true, code: 1, errors: 'Error: de antes\n' },
      TEXTS.serverExit(1),
    ],
    [
      'what it says on its way up, as it is',
      { ready: false, code: 1, errors: 'Error: Falta JWT_SECRETO\n' },
      'Falta JWT_SECRETO',
    ],
    [
      'a name that is not exported',
      {
        ready: false,
        code: 1,
        errors: "SyntaxError: The requested module './a.ts' does not provide an export named 'b'\n",
      },
      TEXTS.noSuchName('b', './a.ts'),
    ],
  ])('tells of %s', (_what, crash, sentence) => {
    expect(explainCrash(crash)).toBe(sentence)
  })

  test('explains a slip, on its way up and later', () => {
    for (const ready of [false, true]) {
      const errors = uncaught('ReferenceError: secretoo is not defined')
      expect(explainCrash({ ready, code: 1, errors })).toContain('«secretoo»')
    }
  })
})
