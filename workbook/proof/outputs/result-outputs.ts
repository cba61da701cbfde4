import { readFileSync } from 'node:fs'
import type { Lesson } from '../../curriculum/lesson.ts'
import { readSpecification } from '../../curriculum/specification.ts'
import { stubOf } from '../../curriculum/write-stubs.ts'
import type { VariantResults } from '../../runner/run-variants.ts'
import type { Variant } from '../../runner/variants.ts'
import { plain } from '../../session/report/paint.ts'
import { resultLines, summaryLine } from '../../session/report/result.ts'
import { locateFailure } from '../../verdict/explain/locate.ts'
import type { TestResult } from '../../verdict/model.ts'
import { foldCases } from './fold-cases.ts'
import { outputName } from './output-name.ts'

interface Attempt {
  name: string
  lesson: Lesson
  source: string
}

/** What `resultOutputs` prints. */
export function resultVariants(lessons: readonly Lesson[]): Variant[] {
  return attemptsOf(lessons).map(({ name, lesson, source }) => ({
    id: name,
    spec: lesson.spec,
    sources: new Map([[lesson.exercise, source]]),
  }))
}

/**
 * What `npm run check N` prints with the starting file and with the solution, without the time and
 * with one case of each test that has several.
 */
export function resultOutputs(
  lessons: readonly Lesson[],
  results: VariantResults,
): [name: string, text: string][] {
  return attemptsOf(lessons).map((attempt) => [
    attempt.name,
    print(attempt, results.get(attempt.name)?.tests ?? []),
  ])
}

function attemptsOf(lessons: readonly Lesson[]): Attempt[] {
  return lessons.flatMap((lesson) => [
    { name: outputName(lesson, 'rojo'), lesson, source: stubOf(lesson) },
    { name: outputName(lesson, 'verde'), lesson, source: readFileSync(lesson.solution, 'utf8') },
  ])
}

function print({ lesson, source }: Attempt, found: TestResult[]): string {
  const tests = found.map(({ failure, ...test }) => ({
    ...test,
    failure: failure && locateFailure(failure, test.task, lesson, { source }),
  }))
  const passed = tests.every(({ state }) => state === 'passed')
  const result = { lesson, passed, tests, problems: [] }
  const folded = { ...result, tests: foldCases(tests, readSpecification(readFileSync(lesson.spec, 'utf8'))) }
  return `${[...resultLines(folded, plain), '', summaryLine(result, plain)].join('\n')}\n`
}
