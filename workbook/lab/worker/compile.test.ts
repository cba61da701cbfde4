import { describe, expect, test } from 'vitest'
import { compile, WrongSyntax, withViteNames } from './compile.ts'

/** What a module exports. */
function evaluate(text: string, modules: Record<string, unknown> = {}) {
  const exports: Record<string, unknown> = {}
  compile('lessons/prueba.ts', text).evaluate(exports, (name: string) => modules[name], { exports }, {})
  return exports
}

describe('compile', () => {
  test('takes types away and exports the rest', () => {
    expect(
      evaluate('export const doble = (n: number): number => n * 2\nexport type Nada = never').doble,
    ).toBeTypeOf('function')
  })

  test('leaves every line where it was', () => {
    const text =
      "import type { X } from './x.ts'\n\nexport const uno = (\n  x: X,\n) => x\nthrow new Error('aquí')"
    const error = (() => {
      try {
        return evaluate(text)
      } catch (error) {
        return error as Error
      }
    })()
    expect((error as Error).stack).toContain('lesson:///lessons/prueba.ts:6:')
  })

  test('tells what it imports, but not what it will import later', () => {
    const text = "import a from 'a'\nimport type { B } from 'b'\nexport const c: B = [a, () => import('d')]"
    expect(compile('x.ts', text).imports).toEqual(['a'])
  })

  test.each([
    ['in a text', `const a = "usa require('./nada')"`],
    ['in a comment', "// const a = require('./nada')\n/* import './nada' */"],
    ['in a template', "const a = `import x from './nada'`"],
    ['as a property', "const a = { import: './nada', export: 1 }\na.import"],
  ])('does not take for an import what is written %s', (_where, text) => {
    expect(compile('x.ts', `${text}\nimport 'uno'`).imports).toEqual(['uno'])
  })

  test('tells what it passes on', () => {
    const text =
      "export * from 'a'\nexport * as b from 'b'\nexport { c } from \"c\"\nexport { d }\nconst d = 'e'"
    expect(compile('x.ts', text).imports).toEqual(['a', 'b', 'c'])
  })

  test('tells what import.meta is, but not in a text', () => {
    const exports: Record<string, unknown> = {}
    const text = `export const visto = \`import.meta \${import . meta.url}\``
    compile('x.ts', text).evaluate(exports, undefined, { exports }, { url: 'file:///x.ts' })
    expect(exports.visto).toBe('import.meta file:///x.ts')
  })

  test.each(['#!/usr/bin/env node', '\uFEFF', '\uFEFF#!/usr/bin/env node'])(
    'minds no first line: %j',
    (first) => {
      expect(evaluate(`${first}\nexport const uno = 1\r\n`).uno).toBe(1)
    },
  )

  test('lets a module wait at its top level', async () => {
    const exports: Record<string, unknown> = {}
    await compile('x.ts', 'export const uno = await Promise.resolve(1)').evaluate(exports)
    expect(exports.uno).toBe(1)
  })

  test('hides what a Worker has and Node has not', () => {
    expect(evaluate('export const visto = [typeof self, typeof postMessage, typeof close]').visto).toEqual(
      Array(3).fill('undefined'),
    )
  })

  test('does the same text only once, and another text of that file anew', () => {
    const first = compile('lessons/una.ts', 'export const uno = 1')
    expect(compile('lessons/una.ts', 'export const uno = 1')).toBe(first)
    expect(compile('lessons/otra.ts', 'export const uno = 1')).not.toBe(first)
    expect(compile('lessons/una.ts', 'export const uno = 2')).not.toBe(first)
  })

  test('says where a text is no program', () => {
    expect(() => compile('x.ts', 'const a = 1\nconst = 2')).toThrow(WrongSyntax)
    const news = (() => {
      try {
        compile('x.ts', 'const a = 1\nconst = 2')
      } catch (error) {
        return (error as WrongSyntax).news
      }
    })()
    expect(news).toMatchObject({ file: 'x.ts', line: 2 })
  })

  test('names an import in a message as Vite does', () => {
    compile('x.ts', "import { crear } from './crear.ts'\nexport const x = () => crear()")
    expect(withViteNames('_crearts.crear is not a function')).toBe('__vi_import_0__.crear is not a function')
    expect(withViteNames('_otro.crear is not a function')).toBe('_otro.crear is not a function')
  })
})
