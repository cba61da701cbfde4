import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { EARLY_SCRIPT, FIRST, parseMemory, STORAGE_KEY } from './memory.ts'

test.each([
  [null, {}],
  ['{', {}],
  ['null', {}],
  ['{"open":true,"width":40}', { open: true, width: 40 }],
  ['{"open":"yes","full":1,"width":5}', { width: 36 }],
  ['{"full":true,"width":"ancho","code":99,"app":1}', { full: true, code: 80, app: 20 }],
  ['{"code":61.4}', { code: 61 }],
])('reads %j', (text, memory) => {
  expect(parseMemory(text)).toEqual({ ...FIRST, ...memory })
})

describe('the script before the first paint', () => {
  /** What it leaves on the page: the classes and the width of the bench. */
  function runEarly(path: string, kept?: string, beside = true): string[] {
    const left: string[] = []
    const [pathname, search = ''] = path.split('?')
    runInNewContext(EARLY_SCRIPT, {
      URLSearchParams,
      location: { pathname, search },
      localStorage: { getItem: (key: string) => (key === STORAGE_KEY ? (kept ?? null) : null) },
      matchMedia: () => ({ matches: beside }),
      document: {
        documentElement: {
          classList: { add: (name: string) => left.push(name) },
          style: { setProperty: (_: string, value: string) => left.push(value) },
        },
      },
    })
    return left
  }

  test.each([
    ['/lecciones/01-generar-el-token', undefined, []],
    ['/lecciones/01-generar-el-token?resolver', undefined, ['mesa-al-lado', '50vw']],
    ['/lecciones/01-generar-el-token', '{"open":true,"width":40}', ['mesa-al-lado', '40vw']],
    ['/resumen', '{"open":true,"full":true,"width":99}', ['mesa-al-lado', 'mesa-entera', '66vw']],
    ['/glosario', '{"open":true}', []],
    ['/resumen?resolver', '{"open"', []],
  ])('prepares %s with %j: %j', (path, kept, left) => {
    expect(runEarly(path, kept)).toEqual(left)
  })

  test('leaves a narrow window as it is', () => {
    expect(runEarly('/lecciones/01-generar-el-token?resolver', undefined, false)).toEqual([])
  })
})
