import type { TestError } from 'vitest'
import type { TestCase, TestModule } from 'vitest/node'
import { explainTestError } from '../verdict/explain/explain.ts'
import type { TestResult } from '../verdict/model.ts'
import { fromVariantPath } from './variants.ts'

/** The results of a specification's tests, in the order in which they are written. */
export function collectTests(module: TestModule, exercise: string): TestResult[] {
  return [...module.children.allTests()].map((test) => toResult(test, exercise))
}

function toResult(test: TestCase, exercise: string): TestResult {
  const { state, errors } = test.result()
  const error = errors?.[0]
  return {
    id: test.id,
    title: test.name,
    task: outermostSuite(test),
    state: state === 'passed' || state === 'failed' ? state : 'pending',
    duration: test.diagnostic()?.duration,
    failure: error && explainTestError(withRealFiles(error), exercise),
  }
}

/** A variant's frames name its imaginary files. */
function withRealFiles(error: TestError): TestError {
  const stacks = error.stacks?.map((frame) => ({
    ...frame,
    file: fromVariantPath(frame.file)?.file ?? frame.file,
  }))
  return { ...error, stacks }
}

function outermostSuite(test: TestCase): string {
  let name = ''
  for (let parent = test.parent; parent.type === 'suite'; parent = parent.parent) name = parent.name
  return name
}
