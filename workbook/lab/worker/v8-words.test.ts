import { expect, test } from 'vitest'
import { explainProgramError } from '../../verdict/explain/slips.ts'
import { inV8Words } from './v8-words.ts'

// What Firefox 153 says, and V8 of the same code.
test.each([
  [`can't access property "foo", u is undefined`, "Cannot read properties of undefined (reading 'foo')"],
  [`can't access property 0, u.a is null`, "Cannot read properties of null (reading '0')"],
  [`can't access property "length" of null`, "Cannot read properties of null (reading 'length')"],
  [`can't access property Symbol.iterator, o is undefined`, 'o is not iterable'],
  [
    `can't access lexical declaration 'MARGEN' before initialization`,
    `Cannot access 'MARGEN' before initialization`,
  ],
  [`invalid assignment to const 'UNA_HORA'`, 'Assignment to constant variable.'],
  ['assignment to undeclared variable usuario', 'usuario is not defined'],
  ['"a" is read-only', "Cannot assign to read only property 'a' of object"],
  [
    `can't define property "admin": Object is not extensible`,
    'Cannot add property admin, object is not extensible',
  ],
  ['too much recursion', 'Maximum call stack size exceeded'],
])('%s', (firefox, v8) => {
  expect(inV8Words(firefox, true)).toBe(v8)
  if (firefox !== 'too much recursion') expect(explainProgramError(v8)).toBeTruthy()
})

test('translates what is quoted in something longer', () => {
  expect(
    inV8Words(String.raw`"TypeError: can't access property \"split\", encabezado is undefined"`, true),
  ).toBe(`"TypeError: Cannot read properties of undefined (reading 'split')"`)
})

test('leaves alone what V8 says, and all the rest', () => {
  expect(inV8Words('InternalError: too much recursion')).toBe('InternalError: too much recursion')
  expect(inV8Words('El token no sirve', true)).toBe('El token no sirve')
})

test('takes no time for a long text', () => {
  const text = 'x'.repeat(1e6)
  const start = performance.now()
  expect(inV8Words(text, true)).toBe(text)
  expect(performance.now() - start).toBeLessThan(500)
})
