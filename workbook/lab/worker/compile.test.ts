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

  test('does not join a destructured export to the line before it', () => {
    const text =
      "export const uno = 'x'\nexport const [dos, tres] = [2, 3]\nexport const { cuatro } = { cuatro: 4 }"
    expect(evaluate(text)).toMatchObject({ uno: 'x', dos: 2, tres: 3, cuatro: 4 })
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

  test('says where a string begins that does not end, not where sucrase gives up', () => {
    const lineOf = (text: string) => {
      try {
        return compile('x.ts', text)
      } catch (error) {
        return (error as WrongSyntax).news.line
      }
    }
    expect(lineOf("const a = 'uno\nconst b = 2\nconst c = 'tres'")).toBe(1)
    expect(lineOf("const = 1\nconst b = 'dos")).toBe(1)
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
