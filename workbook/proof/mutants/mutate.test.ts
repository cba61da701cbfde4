import { describe, expect, test } from 'vitest'
import { mutantsOf } from './mutate.ts'

const changes = (source: string) => mutantsOf(source).map(({ change }) => change)

describe('mutantsOf', () => {
  test.each([
    ['turns a comparison', 'f = a < b', ['a < b → (a <= b)', 'a < b → (a > b)']],
    ['turns and halves a condition', 'f = a && b', ['a && b → (a || b)', 'a && b → a', 'a && b → b']],
    ['drops a negation', 'f = !a', ['!a → a']],
    ['decides for the code', 'if (a) b = 1', ['a → true', 'a → false']],
    ['forgets a throw', 'throw a', ['throw a → ;']],
    ['forgets to wait', 'f = await a', ['await a → a']],
    ['forgets an option', 'f = { a, b: 1 }', ['a, → nada', 'b: 1 → nada', '1 → 2']],
    ['forgets a default', 'f = (a = 1) => a', ['a = 1 → a', '1 → 2']],
    ['forgets a call', 'f = a.b(c)', ['a.b(c) → a', 'a.b(c) → c']],
    ['trusts that there is something', 'f = a?.b', ['a?.b → a.b']],
  ])('%s', (_what, source, expected) => {
    expect(changes(`export ${source.startsWith('f') ? `const ${source}` : `{}\n${source}`}`)).toEqual(
      expect.arrayContaining(expected),
    )
  })

  test('gives each change its line and its text', () => {
    const source = 'const uno = 1\nconst dos = a === b\n'
    expect(mutantsOf(source)).toContainEqual({
      line: 2,
      change: 'a === b → (a !== b)',
      source: 'const uno = 1\nconst dos = (a !== b)\n',
    })
  })

  test('leaves alone what only TypeScript reads, and the imports', () => {
    expect(changes("import { a } from 'b'\ninterface C { d?: 1 }\ntype E = 'f' | 2\n")).toEqual([])
  })
})
