import { Buffer as Real } from 'node:buffer'
import { describe, expect, test, vi } from 'vitest'
import { Buffer as Shim } from './buffer.ts'

const TEXTS = ['', 'a', 'ñandú', '¿?>~ÿ', 'x'.repeat(100)]
/** Hexadecimal and base64 that somebody broke, and what is neither. */
const STRANGE = [
  'zz',
  'abc',
  'abñd',
  'abañ',
  '0x1f',
  'ab0x',
  ' ab',
  'ab cd',
  '-1',
  'ab+1',
  'a=b=',
  'YW==Yg',
  'YW I=',
  'Y',
  '-_+/',
  'é*',
  'ab\0cd',
  'ＡＢ',
]
const ENCODINGS = ['utf8', 'hex', 'base64', 'base64url', 'latin1'] as const

describe('Buffer gives what Node’s gives', () => {
  test.each(ENCODINGS)('in %s', (encoding) => {
    for (const text of TEXTS) {
      const encoded = Real.from(text).toString(encoding)
      expect(Shim.from(text).toString(encoding)).toBe(encoded)
      expect([...Shim.from(encoded, encoding)]).toEqual([...Real.from(encoded, encoding)])
      expect(Shim.byteLength(encoded, encoding)).toBe(Real.byteLength(encoded, encoding))
    }
  })

  test.each([...ENCODINGS, 'HEX', 'ucs2', 'ascii'] as BufferEncoding[])(
    'in %s, of what is not written in it',
    (encoding) => {
      for (const text of STRANGE) {
        expect([text, ...Shim.from(text, encoding)]).toEqual([text, ...Real.from(text, encoding)])
        const [shim, real] = [Shim.alloc(8), Real.alloc(8)]
        expect(shim.write(text, encoding)).toBe(real.write(text, encoding))
        expect([text, ...shim]).toEqual([text, ...real])
      }
    },
  )

  test('for what is no encoding', () => {
    const names = [...ENCODINGS, 'BASE64URL', 'base65', '']
    expect(names.map((name) => Shim.isEncoding(name))).toEqual(names.map((name) => Real.isEncoding(name)))
  })

  test('in its words, if nothing is given', () => {
    const said = (call: (value: never) => unknown, value: unknown) => {
      try {
        return call(value as never)
      } catch (error) {
        const { code, message } = error as NodeJS.ErrnoException
        return { code, message }
      }
    }
    for (const value of [undefined, null]) {
      expect(said(Shim.from, value)).toEqual(said(Real.from, value))
      expect(said(Shim.byteLength, value)).toEqual(said(Real.byteLength, value))
      expect(() => Shim.alloc(4).write(value as never, 'hex')).toThrow()
    }
  })

  test('to somebody who counts comparisons', () => {
    const compare = vi.spyOn(Shim, 'compare')
    expect(Shim.from('a').equals(Shim.from('a'))).toBe(true)
    expect(Shim.from('a').equals(Shim.from('b'))).toBe(false)
    expect(compare).not.toHaveBeenCalled()
  })
})
