import { expect, test } from 'vitest'
import { lineOfLonelyAwait, lineOfOddThrow } from './suspects.ts'

test.each<[string, string, number | undefined]>([
  ['the only one outside of functions', 'const uno = 1\nawait uno', 2],
  ['one beside another in a function', 'async function f() { await 1 }\n\nawait f()', 3],
  [
    'none if all are in functions',
    'const f = async () => await 1\nclass A { async b() { await 1 } }',
    undefined,
  ],
  ['none of several', 'await 1\nawait 2', undefined],
])('lineOfLonelyAwait finds %s', (_what, source, line) => {
  expect(lineOfLonelyAwait(source)).toBe(line)
})

test.each<[string, string, number | undefined]>([
  ['a text', "function f() {\n  throw 'no'\n}", 2],
  ['undefined', 'function f() { throw undefined }', 1],
  ['an object', 'function f() { throw { no: 1 } }', 1],
  ['none that may be an error', 'function f(e) { throw e }\nfunction g() { throw new Error() }', undefined],
  ['none of several', "function f() { throw 'a' }\nfunction g() { throw 'b' }", undefined],
])('lineOfOddThrow finds %s', (_what, source, line) => {
  expect(lineOfOddThrow(source)).toBe(line)
})
