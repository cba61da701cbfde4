import type { SpecTest } from '../../curriculum/specification.ts'
import type { TestResult } from '../../verdict/model.ts'

const PLACEHOLDER = /%[a-z#$]/i

/**
 * Leaves one of the cases of a `test.each` that ended alike: the first, which counts the others.
 * A page that showed all of them would be mostly output.
 */
export function foldCases(found: readonly TestResult[], written: readonly SpecTest[]): TestResult[] {
  const groups = new Map<string, TestResult[]>()
  for (const test of found) {
    const group = `${test.task} ${writtenTitle(test, written)} ${test.state}`
    groups.set(group, [...(groups.get(group) ?? []), test])
  }
  return [...groups.values()].flatMap(([first, ...others]) => (first ? [counting(first, others.length)] : []))
}

/** The title as the specification has it: a plain one, or the one that has a hole for each case. */
function writtenTitle({ task, title }: TestResult, written: readonly SpecTest[]): string {
  if (written.some((one) => one.task === task && one.title === title)) return title
  return written.find((one) => one.task === task && isCaseOf(one, title))?.title ?? title
}

function isCaseOf({ title, cases }: SpecTest, found: string): boolean {
  const [start = '', end = ''] = title.split(PLACEHOLDER)
  return cases && found.startsWith(start) && found.endsWith(end)
}

function counting(test: TestResult, others: number): TestResult {
  return others ? { ...test, title: `${test.title} … y ${others} más` } : test
}
