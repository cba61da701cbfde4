import type { TestError } from 'vitest'
import { describe, expect, test } from 'vitest'
import { TEXTS } from './texts.ts'
import { readThrown } from './thrown.ts'

describe('readThrown', () => {
  test.each<[string, object, string]>([
    [
      'an error, by its class and its first line',
      { name: 'TypeError', message: 'no\nvale' },
      'TypeError: no',
    ],
    ['an error without a class', { stack: 'Error: no', message: 'no' }, 'Error: no'],
    ['a text', { message: 'no' }, '«no»'],
    ['a number', { message: 7 }, '«7»'],
    ['null', { message: null }, 'null'],
    ['null, as a runner tells it', { message: 'null' }, 'null'],
    ['undefined, as a runner tells it', { message: 'undefined' }, 'undefined'],
    ['nothing', { type: 'Unhandled Error' }, 'undefined'],
    ['an object', { codigo: 4 }, TEXTS.someObject],
  ])('tells in brief %s', (_what, error, brief) => {
    expect(readThrown(error as TestError).brief).toBe(brief)
  })

  test.each([
    ['this[#tanda] is not iterable', 'this.#tanda is not iterable'],
    ['(0 , __vi_import_0__.default.Erorr) is not a constructor', 'default.Erorr is not a constructor'],
  ])('names things as the file does: %s', (message, written) => {
    expect(readThrown({ name: 'TypeError', message } as TestError).message).toBe(written)
  })

  test('keeps what its cause says', () => {
    const cause = { message: 'la causa' }
    expect(readThrown({ name: 'Error', message: 'no', cause } as TestError).message).toBe('no\nla causa')
  })
})
