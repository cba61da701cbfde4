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
export function junitXml(report: Report): string {
  const { lessons } = report
  const suites = lessons.map((lesson) => suite(lesson, report))
  const time = secondsOf(lessons.flatMap(({ tests }) => tests))
  const total = { name: TEXTS.workbook, ...add(lessons.map(count)), time }
  const root = element('testsuites', total, ...onLines(suites))
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.markup}\n`
}

function suite(lesson: LessonReport, report: Report): Markup {
  const name = REPORT.lesson(lesson.number, lesson.title)
  const cases = [
    properties(lesson, report),
    ...lesson.problems.map((problem) => problemCase(problem, lesson.slug)),
    ...lesson.tests.map(testCase),
  ]
  // Without the zone, which the format does not have.
  const timestamp = report.date.replace(/\.\d+Z$/, '')
  return element(
    'testsuite',
    { name, ...count(lesson), time: secondsOf(lesson.tests), timestamp },
    ...onLines(cases),
  )
}

/** What it was judged by and whose it is, for whoever compares files from several copies. */
function properties({ specification }: LessonReport, { workbook, student, commit }: Report): Markup {
  const known = {
    'cuaderno.version': workbook,
    'especificacion.sha256': specification.hash,
    'especificacion.original': String(specification.original),
    ...(commit && { commit: commit.id, 'commit.conCambios': String(commit.changed) }),
    ...(student && { estudiante: student }),
  }
  const lines = Object.entries(known).map(([name, value]) => element('property', { name, value }))
  return element('properties', {}, ...onLines(lines))
}

/** What the tests took, in seconds. */
function secondsOf(tests: readonly Pick<TestReport, 'milliseconds'>[]): string {
  const milliseconds = tests.reduce((sum, test) => sum + (test.milliseconds ?? 0), 0)
  return (milliseconds / 1000).toFixed(3)
}

function testCase(test: TestReport): Markup {
  const { title, task, state } = test
  const outcome = state === 'pending' ? [element('skipped', {})] : []
  if (state === 'failed') outcome.push(explained('failure', test))
  return element('testcase', { classname: task, name: title, time: secondsOf([test]) }, ...outcome)
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
