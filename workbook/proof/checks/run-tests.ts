import { stripVTControlCharacters } from 'node:util'
import type { SerializedError, TestError } from 'vitest'
import { startVitest, type TestCase, type TestModule } from 'vitest/node'
import { ROOT } from '../../curriculum/paths.ts'
import { type Outcome, outcome } from './outcome.ts'

// A test that this machine cannot run says why in its name.
const LEFT_OUT = /\(left out: .+\)/

/** The engine's own tests. */
export function checkEngine(): Promise<Outcome[]> {
  return runTests('motor')
}

/**
 * The tests of one project of vitest.config.ts. A file that did not load is a problem, and so is a test that
 * did not run without saying why.
 */
export async function runTests(project: string): Promise<Outcome[]> {
  const vitest = await startVitest('test', [], { project, watch: false, reporters: [{}], maxWorkers: 2 })
  const outcomes = vitest.state.getTestModules().flatMap((module) => {
    const file = module.relativeModuleId
    const again = `npx vitest run --project ${project} ${file}`
    return [
      ...errorsOutside(module).map((error) =>
        outcome(file, `${explain(error as TestError, file)}\n${again}`),
      ),
      ...[...module.children.allTests()].map((test) => judge(test, file, again)),
    ]
  })
  await vitest.close()
  return outcomes.length
    ? outcomes
    : [outcome(`las pruebas del proyecto ${project}`, 'no se ha encontrado ninguna')]
}

/** Of a file that does not load and of what its suites do before their tests. */
function errorsOutside(module: TestModule): readonly SerializedError[] {
  const suites = [...module.children.allSuites()]
  return [...module.errors(), ...suites.flatMap((suite) => suite.errors())]
}

function judge(test: TestCase, file: string, again: string): Outcome {
  const { state, errors = [] } = test.result()
  if (state === 'passed' || (state === 'skipped' && LEFT_OUT.test(test.fullName)))
    return outcome(test.fullName, undefined)
  const reasons = errors.map((error) => explain(error, file))
  return outcome(
    test.fullName,
    [...(reasons.length ? reasons : [`sin ejecutar (${state})`]), again].join('\n'),
  )
}

/** Where it was thrown, what it says and how what came differs from what should have come. */
function explain({ message, stacks = [], diff = '' }: TestError, file: string): string {
  const frame = stacks.find((frame) => frame.file.endsWith(file)) ?? stacks[0]
  const place = frame ? `${frame.file.replace(ROOT, '')}:${frame.line}` : file
  return [place, message, stripVTControlCharacters(diff)].filter(Boolean).join('\n')
}
