import { describe, expect, test } from 'vitest'
import { fakeTest } from '../../proof/support/fake-result.ts'
import { whyImpossible, whyUnbelievable, worthReading } from './trust.ts'

const KNOWN = [fakeTest('uno', 'passed'), fakeTest('dos', 'passed'), fakeTest('dos', 'passed', 'despedir')]
const ran = (tests = KNOWN, more = {}) => ({ passed: true, tests, problems: [], ...more })

describe('whyImpossible', () => {
  test('believes what the tests can say', () => {
    const red = [fakeTest('uno', 'failed'), ...KNOWN.slice(1)]
    const problems = [{ sentence: 'no se carga' }]
    expect(whyImpossible(ran(), KNOWN)).toBeUndefined()
    expect(whyImpossible(ran(red, { passed: false }), KNOWN)).toBeUndefined()
    expect(whyImpossible(ran([], { passed: false, problems }), KNOWN)).toBeUndefined()
  })

  test('does not believe in a test that does not exist, or twice in one that does', () => {
    expect(whyImpossible(ran([...KNOWN, fakeTest('tres', 'passed')]), KNOWN)).toContain('«tres»')
    expect(whyImpossible(ran([...KNOWN, fakeTest('uno', 'passed')]), KNOWN)).toContain('«uno»')
    expect(whyImpossible(ran([fakeTest('uno', 'passed', 'otra')]), KNOWN)).toContain('«uno»')
  })

  test('does not believe in a green that is none', () => {
    const red = [fakeTest('uno', 'failed'), ...KNOWN.slice(1)]
    expect(whyImpossible(ran(red), KNOWN)).toContain('no lo está')
    expect(whyImpossible(ran([]), KNOWN)).toContain('no lo está')
  })

  test('asks where the missing tests are', () => {
    expect(whyImpossible(ran(KNOWN.slice(1), { passed: false }), KNOWN)).toContain('le faltan 1')
  })
})

describe('whyUnbelievable', () => {
  test('does not believe who looks for what runs the tests', () => {
    expect(whyUnbelievable('const w = globalThis.__vitest_worker__')).toContain('Vitest')
    expect(whyUnbelievable("await import('vitest')")).toContain('Vitest')
    expect(whyUnbelievable('// probado con vitest\nexport const a = 1')).toBeUndefined()
  })
})

describe('worthReading', () => {
  const SOLUTION = "import jwt from 'jsonwebtoken'\nimport type { Claims } from '#comun/claims.ts'\n"

  test('says nothing of what an exercise may use', () => {
    const source = `${SOLUTION}import { createHmac } from 'node:crypto'\nexport const a = Number('1')`
    expect(worthReading(source, SOLUTION)).toEqual([])
  })

  test('names what no exercise needs', () => {
    const source = "import fs from 'node:fs'\nprocess.exit()\nglobalThis.x = await import('vitest')"
    expect(worthReading(source, SOLUTION)).toEqual([
      'Importa node:fs y vitest, que ningún ejercicio necesita: lee para qué',
      'Usa process, globalThis e import(), que ningún ejercicio necesita: lee para qué',
    ])
  })

  test('names the solution that answers for it', () => {
    const [note] = worthReading("export * from '#solucion/03-expiracion/expiracion.ts'", SOLUTION)
    expect(note).toContain('lo que hace no es suyo')
  })

  test.each([
    ["export { a } from 'lodash'", 'Importa lodash'],
    ["await import('lo' + 'dash')", 'Importa …'],
    ["const { existsSync } = await import('node:fs')", 'Importa node:fs'],
  ])('sees what is brought by «%s»', (source, told) => {
    expect(worthReading(source, SOLUTION).join()).toContain(told)
  })

  test.each([
    "import type { A } from 'lodash'",
    "export type { A } from 'lodash'",
    "export type * from 'lodash'",
  ])('says nothing of types: %s', (source) => expect(worthReading(source, SOLUTION)).toEqual([]))

  test('does without what does not parse', () => {
    expect(worthReading('export function (', SOLUTION)).toEqual([])
  })
})
