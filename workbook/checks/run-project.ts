import { startVitest } from 'vitest/node'
import { type Outcome, outcome } from './outcome.ts'

/** The tests of one project of vitest.config.ts. A test that did not run, or a file that did not load, is a problem. */
export async function runProject(project: string): Promise<Outcome[]> {
  const vitest = await startVitest('test', [], { project, watch: false, reporters: [{}], maxWorkers: 2 })
  const modules = vitest.state.getTestModules()
  const outcomes = modules.flatMap((module) => [
    ...module.errors().map(({ message }) => outcome(module.relativeModuleId, message)),
    ...[...module.children.allTests()].map((test) => {
      const { state, errors } = test.result()
      return outcome(test.fullName, state !== 'passed' && (errors?.[0]?.message ?? `sin ejecutar (${state})`))
    }),
  ])
  await vitest.close()
  return outcomes.length ? outcomes : [outcome(`las pruebas de ${project}`, 'no se ha encontrado ninguna')]
}
