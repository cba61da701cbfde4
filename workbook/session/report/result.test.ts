import { describe, expect, test } from 'vitest'
import { fakeResult, fakeTest } from '../../proof/support/fake-result.ts'
import { plain } from './paint.ts'
import { resultLines, summaryLine } from './result.ts'

const MIXED = fakeResult([
  fakeTest('saluda', 'passed'),
  fakeTest('saluda a Ana', 'failed'),
  fakeTest('despide', 'failed', 'despedir'),
  fakeTest('despide a Ana', 'pending', 'despedir'),
])

describe('resultLines', () => {
  test('shows each task with its tests and marks, and explains only the first ✗', () => {
    expect(resultLines(MIXED, plain)).toEqual([
      '  saludar',
      '    ✓ saluda',
      '    ✗ saluda a Ana',
      '        Falla: saluda a Ana',
      '  despedir',
      '    ✗ despide',
      '    · despide a Ana',
    ])
  })

  test('tells a problem before the tests, and then explains none of them', () => {
    const problems = [{ sentence: 'No encuentro saludos.ts', place: undefined }]
    expect(resultLines({ ...MIXED, problems }, plain).slice(0, 5)).toEqual([
      '✗ No encuentro saludos.ts',
      '',
      '  saludar',
      '    ✓ saluda',
      '    ✗ saluda a Ana',
    ])
  })

  test('tells every problem', () => {
    const problems = [{ sentence: 'Uno' }, { sentence: 'Dos' }]
    expect(resultLines(fakeResult([], { problems }), plain)).toEqual(['✗ Uno', '', '✗ Dos', ''])
  })

  test('paints each mark with its colour', () => {
    const lines = resultLines(MIXED, (format, text) => `<${format}>${text}`)
    expect(lines).toContain('    <green>✓ saluda')
    expect(lines).toContain('    <red>✗ despide')
    expect(lines).toContain('    <gray>· despide a Ana')
  })
})

describe('summaryLine', () => {
  test('counts the green ones', () => {
    expect(summaryLine(MIXED, plain)).toBe('1 de 4 pruebas en verde')
  })

  test('adds the time if there is one', () => {
    expect(summaryLine({ ...MIXED, duration: 312.6 }, plain)).toBe('1 de 4 pruebas en verde · 313 ms')
  })

  test('says that the tests did not start', () => {
    const problems = [{ sentence: 'x' }]
    expect(summaryLine(fakeResult([], { problems }), plain)).toBe('Las pruebas no han podido empezar')
  })

  test('is green only if all is', () => {
    const tagged = (result = MIXED) => summaryLine(result, (format) => `${format}`)
    expect([tagged(), tagged(fakeResult([fakeTest('saluda', 'passed')]))]).toEqual(['red', 'green'])
  })
})
