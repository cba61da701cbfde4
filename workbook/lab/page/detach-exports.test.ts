import { describe, expect, test } from 'vitest'
import { compile } from '../worker/compile.ts'
import { detachExports } from './detach-exports.ts'

/** What a module exports once it is compiled for the page. */
function evaluate(text: string) {
  const exports: Record<string, unknown> = {}
  compile('lessons/prueba.ts', detachExports(text)).evaluate(exports, undefined, { exports }, {})
  return exports
}

describe('detachExports', () => {
  test.each<[string, string, object]>([
    ['several in one declaration', 'export const uno = 1, dos = 2', { uno: 1, dos: 2 }],
    ['one taken apart', "export const a = 'x'\nexport const [uno, dos] = [1, 2]", { uno: 1, dos: 2 }],
    ['an object taken apart', '  export   const{ uno, dos = 2 } = { uno: 1 }', { uno: 1, dos: 2 }],
    ['an export in a line of its own', 'export\nconst [uno] = [1]', { uno: 1 }],
    ['a list before what it names', 'export{ uno, a as dos }\nconst uno = 1, a = 2', { uno: 1, dos: 2 }],
    ['a list with comments', 'const uno = 1\nexport {\n  uno, // el primero\n}', { uno: 1 }],
    ['one that changes', 'export let uno = 0\nuno = 1', { uno: 1 }],
    ['a type in a list', 'type A = 1\nexport { type A, uno }\nvar uno = 1 // fin', { uno: 1 }],
    ['a default and a name', 'const uno = 1\nexport { uno, uno as default }', { uno: 1, default: 1 }],
    ['a function above its use', 'export const uno = f()\nexport function f() { return 1 }', { uno: 1 }],
  ])('exports %s', (_what, text, expected) => {
    expect(evaluate(text)).toMatchObject(expected)
  })

  test('does not touch what a text says', () => {
    const text = 'export const uno = `\nexport const [dos] = 1\nexport { tres }\n`'
    expect(evaluate(text).uno).toBe('\nexport const [dos] = 1\nexport { tres }\n')
  })

  test('leaves every line where it was', () => {
    const text = 'export {\n  uno,\n}\nexport const\n  uno = 1\nexport type A = 1'
    expect(detachExports(text).split('\n').slice(0, 6).at(4)).toBe('  uno = 1')
  })

  test('leaves alone what it does not understand, and what is not about it', () => {
    for (const text of ['export const = 1', "export * from './a.ts'", "export { a } from './a.ts'"]) {
      expect(detachExports(text)).toBe(text)
    }
  })
})
