import { TEXTS as REPORT } from '../../verdict/texts.ts'
import { placeText } from './format.ts'
import type { FailureReport, LessonReport, Report, TestReport } from './json.ts'
import { element, type Markup, onLines } from './markup.ts'
import { TEXTS } from './texts.ts'

interface Counts {
  tests: number
  failures: number
  errors: number
  skipped: number
}

/** The report in the XML that graders and continuous integration read: a suite for each lesson. */
export function junitXml({ lessons, date }: Report): string {
  const suites = lessons.map((lesson) => suite(lesson, date))
  const root = element('testsuites', { name: TEXTS.workbook, ...add(lessons.map(count)) }, ...onLines(suites))
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.markup}\n`
}

function suite(lesson: LessonReport, date: string): Markup {
  const name = REPORT.lesson(lesson.number, lesson.title)
  const cases = [
    ...lesson.problems.map((problem) => problemCase(problem, lesson.slug)),
    ...lesson.tests.map(testCase),
  ]
  // Without the zone, which the format does not have.
  const timestamp = date.replace(/\.\d+Z$/, '')
  return element('testsuite', { name, ...count(lesson), timestamp }, ...onLines(cases))
}

function testCase(test: TestReport): Markup {
  const { title, task, state } = test
  const outcome = state === 'pending' ? [element('skipped', {})] : []
  if (state === 'failed') outcome.push(explained('failure', test))
  return element('testcase', { classname: task, name: title }, ...outcome)
}

/** The format has no place for what goes wrong outside of a test: it gets a case of its own. */
function problemCase(problem: FailureReport, slug: string): Markup {
  return element('testcase', { classname: slug, name: TEXTS.checkable }, explained('error', problem))
}

function explained(name: 'failure' | 'error', failure: Partial<FailureReport>): Markup {
  const { sentence = '', expected, received, thrown, place } = failure
  const message = place ? `${sentence} (${placeText(place)})` : sentence
  const details = [
    ...(expected === undefined ? [] : [`${REPORT.expected} ${expected}`]),
    ...(received === undefined ? [] : [`${REPORT.received} ${received}`]),
    ...(thrown ? [`${REPORT.thrown} ${thrown}`] : []),
  ]
  return element(name, { message }, details.join('\n'))
}

function count({ tests, problems }: LessonReport): Counts {
  const inState = (wanted: TestReport['state']) => tests.filter(({ state }) => state === wanted).length
  return {
    tests: tests.length + problems.length,
    failures: inState('failed'),
    errors: problems.length,
    skipped: inState('pending'),
  }
}

function add(counts: readonly Counts[]): Counts {
  const total = (key: keyof Counts) => counts.reduce((sum, each) => sum + each[key], 0)
  return {
    tests: total('tests'),
    failures: total('failures'),
    errors: total('errors'),
    skipped: total('skipped'),
  }
}
