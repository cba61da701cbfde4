import { expect, test } from 'vitest'
import { fakeResult, fakeTest } from '../proof/support/fake-result.ts'
import { printedIn } from './printed-in.ts'
import { TEXTS } from './texts.ts'

test('tells first of the tests that failed, in their order, and last of what no test printed', () => {
  const tests = [
    { ...fakeTest('saluda', 'passed'), printed: 'uno' },
    { ...fakeTest('despide', 'failed'), printed: 'dos\ntres' },
    fakeTest('calla', 'failed'),
    { ...fakeTest('vuelve', 'failed'), printed: 'cuatro' },
  ]
  expect(printedIn(fakeResult(tests, { printed: 'al cargar' }))).toEqual([
    { id: 'despide', where: 'despide', text: 'dos\ntres' },
    { id: 'vuelve', where: 'vuelve', text: 'cuatro' },
    { id: 'saluda', where: 'saluda', text: 'uno' },
    { id: '01-saludos', where: TEXTS.printedOutside, text: 'al cargar' },
  ])
})
