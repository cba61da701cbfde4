import { duration, shortDate } from './format.ts'
import type { LessonReport, ProgressReport, Report } from './json.ts'
import { element, type Markup, onLines } from './markup.ts'
import { greenTests } from './report.ts'
import { TEXTS } from './texts.ts'

/** One row per lesson, and what they add up to. */
export function lessonTable(report: Report): Markup {
  const heads = TEXTS.columns.map((name) => element('th', { scope: 'col' }, name))
  const table = element(
    'table',
    {},
    ...onLines([
      element('caption', { id: 'tabla' }, TEXTS.caption),
      element('thead', {}, element('tr', {}, ...onLines(heads))),
      element('tbody', {}, ...onLines(report.lessons.map(row))),
      element('tfoot', {}, totalRow(report)),
    ]),
  )
  // It scrolls by itself on a narrow screen: then the keyboard must be able to reach it.
  return element('div', { role: 'region', 'aria-labelledby': 'tabla', tabindex: 0 }, table)
}

function row(lesson: LessonReport): Markup {
  const { number, title, tests, progress } = lesson
  const state = stateOf(lesson)
  return line(`${number}. ${title}`, [
    element('span', { class: state }, TEXTS.states[state]),
    tests.length ? TEXTS.of(greenTests(lesson), tests.length) : TEXTS.notRun,
    ...figures(progress),
    solved(lesson),
  ])
}

function totalRow({ lessons, totals }: Report): Markup {
  const add = (key: 'failures' | 'hintsOpened' | 'hintsTotal' | 'milliseconds') =>
    lessons.reduce((sum, { progress }) => sum + progress[key], 0)
  return line(TEXTS.total, [
    TEXTS.of(totals.lessonsPassed, totals.lessons),
    TEXTS.of(totals.testsPassed, totals.tests),
    ...figures({
      failures: add('failures'),
      hintsOpened: add('hintsOpened'),
      hintsTotal: add('hintsTotal'),
      milliseconds: add('milliseconds'),
    }),
    '',
  ])
}

function line(head: string, cells: readonly (string | Markup)[]): Markup {
  const written = cells.map((cell) => element('td', {}, cell))
  return element('tr', {}, ...onLines([element('th', { scope: 'row' }, head), ...written]))
}

function figures({ failures, hintsOpened, hintsTotal, milliseconds }: ProgressReport): string[] {
  return [String(failures), TEXTS.of(hintsOpened, hintsTotal), duration(milliseconds)]
}

function stateOf({ passed, problems }: LessonReport): keyof typeof TEXTS.states {
  if (passed) return 'passed'
  return problems.length ? 'broken' : 'failed'
}

function solved({ passed, progress: { solvedAt } }: LessonReport): string | Markup {
  if (solvedAt) return element('time', { datetime: solvedAt }, shortDate(solvedAt))
  return passed ? TEXTS.unknown : TEXTS.never
}
