import { describe, expect, test } from 'vitest'
import { fakeTest } from '../../../workbook/proof/support/fake-result.ts'
import { testSequence } from './test-sequence.ts'

const ask = (id: string, path: string, status: number, token = false) => ({
  test: id,
  method: 'GET',
  path,
  status,
  token,
})
const failing = (expected?: string, received?: string) => ({
  ...fakeTest('rechaza', 'failed'),
  id: 'b',
  failure: { sentence: 'No', expected, received },
})
const green = { ...fakeTest('abre', 'passed'), id: 'a' }

describe('testSequence', () => {
  test('tells the requests of the last test that made any, if all are green', () => {
    const sequence = testSequence([green, { ...green, id: 'c' }], [ask('a', '/perfil', 200, true)])
    expect(sequence?.title).toBe('abre')
    expect(sequence?.steps.map(({ text }) => text)).toEqual(['GET /perfil · con token', '200'])
  })

  test('marks the reply that the first failing test did not want', () => {
    const exchanges = [ask('b', '/login', 200), ask('b', '/perfil', 200, true), ask('a', '/otra', 404)]
    const sequence = testSequence([green, failing('401', '200')], exchanges)
    expect(sequence?.title).toBe('rechaza: aquí esperaba 401, tu servidor dijo 200')
    expect(sequence?.steps.map((step) => [step.text, 'wrong' in step])).toEqual([
      ['GET /login', false],
      ['200', false],
      ['GET /perfil · con token', false],
      ['✗ 200 (esperaba 401)', true],
    ])
  })

  test('marks the reply that the test complains about, even if others came later', () => {
    const exchanges = [ask('b', '/perfil', 200), ask('b', '/login', 401)]
    const steps = testSequence([failing('403', '200')], exchanges)?.steps ?? []
    expect(steps.map((step) => 'wrong' in step)).toEqual([false, true, false, false])
  })

  test('does not say that a test wanted what it got', () => {
    const sequence = testSequence([failing('200', '200')], [ask('b', '/perfil', 200)])
    expect(sequence?.title).toBe('rechaza: aquí falló la prueba, tu servidor dijo 200')
  })

  test('does not make up what a test wanted that is about something else', () => {
    const sequence = testSequence([failing('{"id":"1"}', '{}')], [ask('b', '/perfil', 200)])
    expect(sequence?.title).toBe('rechaza: aquí falló la prueba, tu servidor dijo 200')
  })

  test('is nothing for a test that asks for nothing', () => {
    expect(testSequence([failing('401', '200')], [ask('a', '/perfil', 200)])).toBeUndefined()
    expect(testSequence([], [])).toBeUndefined()
  })

  test('shows the last requests of a test that asks over and over', () => {
    const many = Array.from({ length: 50 }, () => ask('b', '/login', 200))
    const sequence = testSequence([failing()], many)
    expect(sequence?.steps[0]).toMatchObject({ kind: 'note', text: '… y 44 solicitudes antes' })
    expect(sequence?.steps).toHaveLength(13)
  })
})
