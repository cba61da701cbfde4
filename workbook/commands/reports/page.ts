import { createHash } from 'node:crypto'
import { countGreen } from '../../verdict/rows.ts'
import { TEXTS as REPORT } from '../../verdict/texts.ts'
import { duration, placeText, shortDate } from './format.ts'
import type { FailureReport, LessonReport, ProgressReport, Report } from './json.ts'
import { element, type Markup, onLines } from './markup.ts'
import { dayOf, isolated, row, section, table } from './parts.ts'
import { STYLE } from './style.ts'
import { TEXTS } from './texts.ts'

type Figures = Pick<ProgressReport, 'failures' | 'hintsOpened' | 'hintsTotal' | 'milliseconds'> &
  Partial<Pick<ProgressReport, 'tasks'>>

/** The report as a page that needs nothing else: no scripts, no requests, fit for paper. */
export function informPage(report: Report, student?: string): string {
  return htmlPage(student ? TEXTS.titleOf(student) : TEXTS.title, body(report, student))
}

/** A page in Spanish that may load nothing and run nothing. */
export function htmlPage(title: string, body: Markup, style = STYLE): string {
  const page = element('html', { lang: 'es' }, ...onLines([head(title, style), body]))
  return `<!doctype html>\n${page.markup}\n`
}

function head(title: string, style: string): Markup {
  const hash = createHash('sha256').update(style).digest('base64')
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`
  const lines = [
    element('meta', { charset: 'utf-8' }),
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('meta', { name: 'color-scheme', content: 'light dark' }),
    element('title', {}, title),
    element('style', {}, { markup: style }),
  ]
  return element('head', {}, ...onLines(lines))
}

function body(report: Report, student?: string): Markup {
  const lines = [
    element('h1', {}, TEXTS.title),
    facts(report, student),
    lessonTable(report),
    element('p', {}, TEXTS.note),
    pendingSection(report),
  ]
  const footer = element('footer', {}, TEXTS.footer(report.workbook, report.node))
  return element('body', {}, element('main', {}, ...onLines(lines)), '\n', footer)
}

function facts({ date, totals }: Report, student?: string): Markup {
  const progress = TEXTS.progressOf(
    TEXTS.of(totals.lessonsPassed, totals.lessons),
    TEXTS.of(totals.testsPassed, totals.tests),
  )
  const lines = [
    ...(student ? [fact(TEXTS.student, isolated(student))] : []),
    fact(TEXTS.date, dayOf(date)),
    fact(TEXTS.progress, progress),
  ]
  return element('dl', {}, ...onLines(lines))
}

function fact(name: string, value: string | Markup): Markup {
  return element('div', {}, element('dt', {}, name), element('dd', {}, value))
}

/** One row per lesson, and what they add up to. */
function lessonTable(report: Report): Markup {
  return table('tabla', TEXTS.caption, TEXTS.columns, report.lessons.map(lessonRow), totalRow(report))
}

function lessonRow(lesson: LessonReport): Markup {
  const { number, title, tests, progress } = lesson
  const state = stateOf(lesson)
  return row(`${number}. ${title}`, [
    element('span', { class: state }, TEXTS.states[state]),
    tests.length ? TEXTS.of(countGreen(tests), tests.length) : TEXTS.notRun,
    ...figures(progress),
    solved(lesson),
  ])
}

function totalRow({ lessons, totals }: Report): Markup {
  const add = (key: 'failures' | 'hintsOpened' | 'hintsTotal' | 'milliseconds') =>
    lessons.reduce((sum, { progress }) => sum + progress[key], 0)
  return row(TEXTS.total, [
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

function figures({ failures, hintsOpened, hintsTotal, milliseconds, tasks }: Figures): (string | Markup)[] {
  return [String(failures), hintsCell(TEXTS.of(hintsOpened, hintsTotal), tasks), duration(milliseconds)]
}

/** How many hints, and of which tasks: the rest had none. */
function hintsCell(all: string, tasks: ProgressReport['tasks'] = []): string | Markup {
  const opened = tasks.filter(({ hintsOpened }) => hintsOpened > 0)
  if (!opened.length) return all
  const each = opened.flatMap(({ name, hintsOpened }) => [
    element('br', {}),
    element('small', {}, TEXTS.hintsOf(name, hintsOpened)),
  ])
  return element('span', {}, all, ...each)
}

function stateOf({ passed, problems }: LessonReport): keyof typeof TEXTS.states {
  if (passed) return 'passed'
  return problems.length ? 'broken' : 'failed'
}

function solved({ passed, progress: { solvedAt } }: LessonReport): string | Markup {
  if (solvedAt) return element('time', { datetime: solvedAt }, shortDate(solvedAt))
  return passed ? TEXTS.unknown : TEXTS.never
}

/** What the learner would read first in each lesson that is not solved. */
function pendingSection({ lessons }: Report): Markup {
  const items = lessons.filter(({ passed }) => !passed).map(item)
  const content = items.length ? element('ul', {}, ...onLines(items)) : element('p', {}, TEXTS.nothingPending)
  return section(TEXTS.pending, [content])
}

function item({ number, title, tests, problems }: LessonReport): Markup {
  const failed = tests.find(({ state }) => state === 'failed')
  const name = element('strong', {}, REPORT.lesson(number, title))
  const test = failed && !problems.length ? [`: ${failed.title}`] : []
  return element('li', {}, name, ...test, ...explained(problems[0] ?? failed))
}

function explained({ sentence, place }: Partial<FailureReport> = {}): Markup[] {
  if (!sentence) return []
  return [
    element('p', {}, sentence),
    ...(place ? [element('p', {}, element('code', {}, placeText(place)))] : []),
  ]
}
