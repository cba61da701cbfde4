import { describe, expect, test } from 'vitest'
import { fakeResult, fakeTest } from '../../proof/support/fake-result.ts'
import { plain } from './paint.ts'
import { progressTable } from './table.ts'

const GREEN = fakeResult([fakeTest('saluda', 'passed'), fakeTest('despide', 'passed')])
const HALF = fakeResult([fakeTest('saluda', 'passed'), fakeTest('despide', 'failed')])
const BROKEN = fakeResult([], { problems: [{ sentence: 'saludos.ts está vacío' }] })

const bar = (line: string | undefined) => line?.match(/[█░]+/)?.[0]

describe('progressTable', () => {
  test('shows a full bar and a ✓ for a finished lesson', () => {
    const [row = ''] = progressTable([GREEN], plain)
    expect(row).toBe(`✓ 1. Saludos  ${'█'.repeat(20)}  2/2   hecha`)
  })

  test('shows how far an unfinished lesson is', () => {
    const [row] = progressTable([HALF], plain)
    expect(row).toBe(`✗ 1. Saludos  ${'█'.repeat(10)}${'░'.repeat(10)}  1/2   por hacer`)
  })

  test('shows an empty bar and says so when a lesson cannot be checked', () => {
    const [row] = progressTable([BROKEN], plain)
    expect(row).toBe(`✗ 1. Saludos  ${'░'.repeat(20)}  0/0   no se puede comprobar`)
  })

  test('does not fill the bar before the last test', () => {
    const tests = Array.from({ length: 30 }, (_, n) => fakeTest(`${n}`, n ? 'passed' : 'failed'))
    expect(bar(progressTable([fakeResult(tests)], plain)[0])).toBe(`${'█'.repeat(19)}░`)
  })

  test('tells under each row why it is not green', () => {
    const [, half, , broken] = progressTable([HALF, BROKEN], plain)
    expect([half, broken]).toEqual(['     Falla: despide', '     saludos.ts está vacío'])
  })

  test('aligns the bars of titles of different length', () => {
    const { lesson } = GREEN
    const longer = { ...lesson, manifest: { ...lesson.manifest, titulo: 'Saludos y despedidas' } }
    const [one = '', other = ''] = progressTable([GREEN, { ...GREEN, lesson: longer }], plain)
    expect(one.indexOf('█')).toBe(other.indexOf('█'))
  })

  test('ends with how many are done', () => {
    expect(progressTable([GREEN, HALF, BROKEN], plain).at(-1)).toBe('1 de 3 lecciones superadas')
  })
})
