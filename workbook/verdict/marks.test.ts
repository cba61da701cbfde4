import { describe, expect, test } from 'vitest'
import { fakeResult, fakeTest } from '../proof/support/fake-result.ts'
import { byTask, firstFailed } from './marks.ts'

const MIXED = fakeResult([
  fakeTest('saluda', 'passed'),
  fakeTest('saluda a Ana', 'failed'),
  fakeTest('despide', 'failed', 'despedir'),
])

describe('firstFailed', () => {
  test('gives the first test in red', () => {
    expect(firstFailed(MIXED)?.title).toBe('saluda a Ana')
  })

  test('gives nothing when none is', () => {
    expect(firstFailed(fakeResult([fakeTest('saluda', 'passed')]))).toBeUndefined()
  })
})

describe('byTask', () => {
  test('keeps the order of the specification, also within a task', () => {
    const tests = [
      fakeTest('uno', 'passed', 'b'),
      fakeTest('dos', 'passed', 'a'),
      fakeTest('tres', 'passed', 'b'),
    ]
    expect(byTask(tests).map(({ task, tests }) => [task, ...tests.map(({ title }) => title)])).toEqual([
      ['b', 'uno', 'tres'],
      ['a', 'dos'],
    ])
  })
})
