import { startVitest } from 'vitest/node'
import { type Outcome, outcome } from './outcome.ts'

/** The engine's own tests. */
export async function checkEngine(): Promise<Outcome[]> {
  const vitest = await startVitest('test', [], {
    project: 'motor',
    watch: false,
    reporters: [{}],
    maxWorkers: 2,
  })
  const modules = vitest.state.getTestModules()
  const outcomes = modules.flatMap((module) => [
    ...module.errors().map(({ message }) => outcome(module.relativeModuleId, message)),
    ...[...module.children.allTests()].map((test) => {
      const { state, errors } = test.result()
      return outcome(test.fullName, state !== 'passed' && (errors?.[0]?.message ?? `sin ejecutar (${state})`))
    }),
  ])
  await vitest.close()
  return outcomes.length ? outcomes : [outcome('las pruebas del motor', 'no se ha encontrado ninguna')]
}
