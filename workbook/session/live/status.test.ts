import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT } from '../../curriculum/paths.ts'
import { fakeResult, fakeTest } from '../../proof/support/fake-result.ts'
import { type SessionState, STARTING } from '../state.ts'
import { liveStatus } from './status.ts'

const GREEN = fakeResult([fakeTest('saluda', 'passed'), fakeTest('despide', 'passed', 'despedir')])
const RED = fakeResult([
  fakeTest('saluda', 'passed'),
  fakeTest('saluda a Ana', 'failed'),
  fakeTest('despide', 'pending', 'despedir'),
])
const PLACE = { file: join(ROOT, 'lessons', '01-saludos', 'saludos.ts'), line: 3 }
const BROKEN = fakeResult([], { problems: [{ sentence: 'Error de sintaxis', place: PLACE }] })

function told(part: Partial<SessionState>, allMine = false) {
  const choice = { lessons: [GREEN.lesson], allMine }
  return liveStatus({ choice, checking: false, results: [], solved: 0, server: STARTING, ...part })
}

describe('liveStatus', () => {
  test('tells the lesson and its page', () => {
    expect(told({})).toMatchObject({ title: 'Lección 1 · Saludos', page: 'lecciones/01-saludos' })
  })

  test('tells nothing but that it is checking before the first result', () => {
    const { summary, rows, failure, praise, solved } = told({ checking: true })
    expect({ summary, rows, failure, praise, solved }).toEqual({
      summary: 'Comprobando…',
      rows: [],
      failure: undefined,
      praise: undefined,
      solved: [],
    })
  })

  test('keeps the last result while it is checking', () => {
    const { summary, rows, failure } = told({ checking: true, results: [RED] })
    expect(summary).toBe('Comprobando…')
    expect(rows).toHaveLength(2)
    expect(failure?.sentence).toBe('Falla: saluda a Ana')
  })

  test('tells each task with its mark and how many of its tests are green', () => {
    expect(told({ results: [RED] }).rows).toEqual([
      { state: 'failed', mark: '✗', title: '1. Saludar por su nombre', count: '1 de 2 pruebas en verde' },
      { state: 'failed', mark: '✗', title: '2. Despedir por su nombre', count: '0 de 1 pruebas en verde' },
    ])
  })

  test('tells what fails first', () => {
    const { summary, failure, praise, solved } = told({ results: [RED] })
    expect(summary).toBe('1 de 3 pruebas en verde')
    expect(failure).toEqual({ test: 'saluda a Ana', sentence: 'Falla: saluda a Ana', place: undefined })
    expect({ praise, solved }).toEqual({ praise: undefined, solved: [] })
  })

  test('tells a problem outside of the tests, and where', () => {
    const { summary, rows, failure } = told({ results: [BROKEN] })
    expect(summary).toBe('Las pruebas no han podido empezar')
    expect(rows.map(({ mark, count }) => mark + count)).toEqual(['·', '·'])
    expect(failure).toEqual({
      test: undefined,
      sentence: 'Error de sintaxis',
      place: `${join('lessons', '01-saludos', 'saludos.ts')}:3`,
    })
  })

  test('tells that a lesson is done', () => {
    const { summary, failure, praise, solved } = told({ results: [GREEN] })
    expect({ summary, failure, praise, solved }).toEqual({
      summary: '2 de 2 pruebas en verde',
      failure: undefined,
      praise: 'Lección superada',
      solved: ['01-saludos'],
    })
  })

  test('tells of the final exercise each lesson, and what fails first', () => {
    const status = told({ results: [GREEN, RED] }, true)
    expect(status).toMatchObject({ title: 'Tu aplicación, entera', page: 'resumen', solved: ['01-saludos'] })
    expect(status.summary).toBe('1 de 2 lecciones superadas')
    expect(status.rows.map(({ mark, title }) => `${mark} ${title}`)).toEqual(['✓ 1. Saludos', '✗ 1. Saludos'])
    expect(status.failure?.test).toBe('saluda a Ana')
  })

  test('tells the page of the extension for its final exercise', () => {
    const lesson = { ...GREEN.lesson, part: 'extension' } as const
    const status = told({ choice: { lessons: [GREEN.lesson, lesson], allMine: true } })
    expect(status).toMatchObject({ title: 'Tu aplicación, ampliada', page: 'ampliacion' })
  })

  test('tells that the final exercise is done', () => {
    const { praise } = told({ results: [GREEN, GREEN] }, true)
    expect(praise).toBe('Todos tus módulos funcionan juntos. Has terminado el cuaderno.')
  })

  test('keeps the server, its addresses and what it writes to the terminal', () => {
    const server = { ...STARTING, addresses: ['http://127.0.0.1:3000'], output: ['eyJhbGciOi'] }
    expect(JSON.stringify(told({ results: [RED], server, panel: ['Token 1'] }))).not.toMatch(
      /3000|eyJ|Token 1/,
    )
  })
})
