import { startVitest } from 'vitest/node'
import { type Outcome, outcome } from './outcome.ts'

// A test that this machine cannot run says why in its name.
const LEFT_OUT = /\(left out: .+\)/

/**
 * The tests of one project of vitest.config.ts, or only those of some files. A file that did not load is a problem, and so is a test that
 * did not run without saying why.
 */
export async function runProject(project: string, files: string[] = []): Promise<Outcome[]> {
  const vitest = await startVitest('test', files, { project, watch: false, reporters: [{}], maxWorkers: 2 })
  const modules = vitest.state.getTestModules()
  const outcomes = modules.flatMap((module) => [
    ...module.errors().map(({ message }) => outcome(module.relativeModuleId, message)),
    ...[...module.children.allTests()].map((test) => {
      const { state, errors } = test.result()
      const fine = state === 'passed' || (state === 'skipped' && LEFT_OUT.test(test.fullName))
      return outcome(test.fullName, !fine && (errors?.[0]?.message ?? `sin ejecutar (${state})`))
    }),
  ])
  await vitest.close()
  return outcomes.length
    ? outcomes
    : [outcome(`las pruebas del proyecto ${project}`, 'no se ha encontrado ninguna')]
}
