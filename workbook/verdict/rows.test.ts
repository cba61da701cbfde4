import { describe, expect, test } from 'vitest'
import { fakeResult, fakeTest } from '../proof/support/fake-result.ts'
import { countText, lessonRows, taskRows } from './rows.ts'

const MIXED = fakeResult([
  fakeTest('saluda', 'passed'),
  fakeTest('despide', 'passed', 'despedir'),
  fakeTest('despide a Ana', 'failed', 'despedir'),
])

describe('taskRows', () => {
  test('gives each task its own tests, in the order of the lesson', () => {
    expect(taskRows(MIXED).map(({ title, green, tests }) => [title, green, tests.length])).toEqual([
      ['1. Saludar por su nombre', 1, 1],
      ['2. Despedir por su nombre', 1, 2],
    ])
  })

  test('is green only if all of its tests are', () => {
    expect(taskRows(MIXED).map(({ state }) => state)).toEqual(['passed', 'failed'])
  })

  test('is neither green nor red without tests', () => {
    expect(taskRows(fakeResult([])).map(({ state }) => state)).toEqual(['pending', 'pending'])
  })
})

describe('lessonRows', () => {
  test('counts the tests of the whole lesson', () => {
    const [row] = lessonRows([MIXED])
    expect(row).toMatchObject({ title: '1. Saludos', green: 2, state: 'failed' })
  })
})

describe('countText', () => {
  test('says how many are green, or that there was none to run', () => {
    expect(countText(MIXED.tests)).toBe('2 de 3 pruebas en verde')
    expect(countText([])).toBe('Las pruebas no han podido empezar')
  })
})
