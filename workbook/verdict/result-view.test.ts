import { expect, test } from 'vitest'
import { fakeResult, fakeTest } from '../proof/support/fake-result.ts'
import { resultView } from './result-view.ts'
import { TEXTS } from './texts.ts'

const placeText = ({ line }: { line: number }) => `saludos.ts:${line}`
const { lesson } = fakeResult([])
const place = { file: lesson.exercise, line: 3 }

test('explains the first test that failed, by its title', () => {
  const failing = { ...fakeTest('despide', 'failed'), failure: { sentence: 'Falta algo', place } }
  const view = resultView([fakeResult([fakeTest('saluda', 'passed'), failing])], false, placeText)
  expect(view.failure).toEqual({ test: 'despide', sentence: 'Falta algo', place: 'saludos.ts:3' })
  expect(view.praise).toBeUndefined()
})

test('explains what is wrong outside of any test before a red one, and blames no test for it', () => {
  const problems = [{ sentence: 'No se puede ejecutar' }]
  const view = resultView([fakeResult([fakeTest('despide', 'failed')], { problems })], false, placeText)
  expect(view.failure).toEqual({ test: undefined, sentence: 'No se puede ejecutar', place: undefined })
})

test('praises what is all green, lesson by lesson or together', () => {
  const green = fakeResult([fakeTest('saluda', 'passed')])
  expect(resultView([green], false, placeText)).toMatchObject({ praise: TEXTS.solved, failure: undefined })
  const together = resultView([green, green], true, placeText)
  expect(together).toMatchObject({ praise: TEXTS.allDone.book, summary: TEXTS.progress(2, 2) })
})
