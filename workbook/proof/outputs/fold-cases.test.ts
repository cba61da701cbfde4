import { expect, test } from 'vitest'
import type { SpecTest } from '../../curriculum/specification.ts'
import type { TestResult } from '../../verdict/model.ts'
import { foldCases } from './fold-cases.ts'

const WRITTEN: SpecTest[] = [
  { task: 'uno', title: 'rechaza un token %s', cases: true },
  { task: 'uno', title: 'rechaza un token sin fin', cases: false },
  { task: 'dos', title: 'convierte %s en un 500', cases: true },
]

const result = (task: string, title: string, state: TestResult['state'] = 'passed'): TestResult => ({
  id: title,
  task,
  title,
  state,
})

const titles = (tests: TestResult[]) => foldCases(tests, WRITTEN).map(({ title }) => title)

test('the first case counts the others, and is left where it was', () => {
  const found = [
    result('uno', 'rechaza un token largo'),
    result('uno', 'rechaza un token corto'),
    result('uno', 'rechaza un token vacío'),
    result('uno', 'rechaza un token sin fin'),
    result('dos', 'convierte un texto en un 500'),
  ]
  expect(titles(found)).toEqual([
    'rechaza un token largo … y 2 más',
    'rechaza un token sin fin',
    'convierte un texto en un 500',
  ])
})

test('a case that ended otherwise is not counted with the rest', () => {
  const found = [result('dos', 'convierte null en un 500'), result('dos', 'convierte 1 en un 500', 'failed')]
  expect(titles(found)).toEqual(['convierte null en un 500', 'convierte 1 en un 500'])
})

test('tests of different tasks stay apart', () => {
  const found = [result('uno', 'convierte 1 en un 500'), result('dos', 'convierte 1 en un 500')]
  expect(titles(found)).toEqual(['convierte 1 en un 500', 'convierte 1 en un 500'])
})

test('what failed keeps its explanation', () => {
  const failure = { sentence: 'Mira la fecha' }
  const [first] = foldCases(
    [
      { ...result('uno', 'rechaza un token largo', 'failed'), failure },
      result('uno', 'rechaza un token corto', 'failed'),
    ],
    WRITTEN,
  )
  expect(first?.failure).toBe(failure)
})
