import { describe, expect, test } from 'vitest'
import { explainSyntax } from './syntax.ts'

describe('explainSyntax', () => {
  test.each([
    ['a bracket', 'const a = (1\n', "se esperaba ')'", 2],
    ['a brace', 'function f() {\n  return 1\n', "se esperaba '}'", 3],
    ['a quote', "const a = 'hola\n", 'literal de cadena sin terminar', 1],
    ['an expression', 'const uno = 1\nconst dos = \n', 'se esperaba una expresión', 2],
  ])('names %s that is missing, and its line', (_what, source, message, line) => {
    expect(explainSyntax('a.ts', source)).toEqual({ message, line })
  })

  test('tells only the first of several errors', () => {
    expect(explainSyntax('a.ts', "const a = 'hola\nconst b = (1\n").line).toBe(1)
  })

  test('has something to say even if TypeScript finds no error', () => {
    const { message, line } = explainSyntax('a.ts', 'const a = 1\n')
    expect([message, line]).toEqual(['revisa paréntesis, llaves y comillas', 1])
  })
})
