import { describe, expect, test } from 'vitest'
import { compile } from '../worker/compile.ts'
import { markLoops } from './mark-loops.ts'

const FILE = 'lessons/prueba.ts'

/** What a module that ends exports, and the lines whose loops told that they go on, in their order. */
function evaluate(text: string) {
  const exports: Record<string, unknown> = {}
  const lines: number[] = []
  Object.assign(globalThis, { __turn: (line: number) => void lines.push(line) })
  compile(FILE, markLoops(text, FILE)).evaluate(exports, undefined, { exports }, {})
  return { ...exports, lines }
}

describe('markLoops', () => {
  test.each<[string, string, object]>([
    ['a block', 'for (let i = 0; i < 2; i++) {}', { lines: [1, 1] }],
    ['an empty body', 'let i = 0\nwhile (i++ < 1);', { lines: [2] }],
    ['one expression', 'export let n = 0\nfor (const x of [1, 2]) n += x\nn *= 2', { n: 6, lines: [2, 2] }],
    ['a name', 'export let s = ""\nfor (const x in { a: 1 }) s += x', { s: 'a', lines: [2] }],
    ['do', 'export let n = 0\ndo n++; while (n < 2)\ndo { n++ } while (n < 3)', { n: 3, lines: [2, 2, 3] }],
    [
      'one in another',
      'export let n = 0\nfor (const a of [1])\n for (const b of [1]) n = a + b',
      { n: 2, lines: [2, 3] },
    ],
    ['in a branch', 'export let n = 0\nif (n) for (;;) n++; else n = 2', { n: 2, lines: [] }],
    ['a label', 'export let n = 0\nfuera: for (;;) for (;;) { n++; break fuera }', { n: 1, lines: [2, 2] }],
    [
      'in a function',
      'const f = () => { while (true) return 1 }\nexport const n = f()',
      { n: 1, lines: [1] },
    ],
    ['types', 'export let n = 0\nfor (const x of [1] as number[]) n = x!', { n: 1, lines: [2] }],
  ])('of %s', (_which, text, expected) => {
    expect(evaluate(text)).toEqual(expected)
  })

  test('leaves every line where it was', () => {
    const marked = markLoops('for (;;)\n{\n break }\nwhile (x)\n  y()\nz()', FILE)
    expect(marked.split('\n').map((line) => line.replace(/__turn\(.*?\);/, ''))).toEqual([
      'for (;;)',
      '{',
      ' break }',
      'while (x)',
      '  {y()}',
      'z()',
    ])
  })

  test('leaves alone what is no loop, and what it does not understand', () => {
    for (const text of ['const a = `for (;;) b`', '// for (;;) x', 'a.for(1)', 'for (;;) {']) {
      expect(markLoops(text, FILE)).toBe(text)
    }
  })
})
