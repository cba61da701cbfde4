import { expect, test } from 'vitest'
import type { TestModule } from 'vitest/node'
import { ROOT } from '../curriculum/paths.ts'
import { collectTests } from './collect.ts'
import { variantPath } from './variants.ts'

const EXERCISE = `${ROOT}lessons/01-saludos/saludos.ts`

/** A specification with one test in these suites, the outermost first. */
function moduleOf(suites: readonly string[], state: string, errors: unknown[] = []): TestModule {
  const parent = suites.reduce<object>((up, name) => ({ type: 'suite', name, parent: up }), {
    type: 'module',
  })
  const one = {
    id: '1',
    name: 'saluda',
    parent,
    result: () => ({ state, errors }),
    diagnostic: () => undefined,
  }
  return { children: { allTests: () => [one] } } as unknown as TestModule
}

test('names the task by the outermost suite', () => {
  expect(collectTests(moduleOf(['saludar', 'GET /hola'], 'passed'), EXERCISE)).toMatchObject([
    { id: '1', title: 'saluda', task: 'saludar', state: 'passed', failure: undefined },
  ])
})

test.each(['pending', 'skipped', 'queued'])('takes what is %s for a test that had no turn', (state) => {
  expect(collectTests(moduleOf(['saludar'], state), EXERCISE)[0]?.state).toBe('pending')
})

test('tells the place of a variant in the file that it stands in for', () => {
  const stacks = [{ file: variantPath('7', EXERCISE), line: 3 }]
  const error = { name: 'Error', message: 'no', stack: 'Error: no', stacks }
  const [found] = collectTests(moduleOf(['saludar'], 'failed', [error]), EXERCISE)
  expect(found?.failure?.place).toEqual({ file: EXERCISE, line: 3 })
})
