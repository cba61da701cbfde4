import { createHash } from 'node:crypto'
import { longDate } from './format.ts'
import type { Report } from './json.ts'
import { element, type Markup, onLines } from './markup.ts'
import { pendingSection } from './pending.ts'
import { STYLE } from './style.ts'
import { lessonTable } from './table.ts'
import { TEXTS } from './texts.ts'

/** The report as a page that needs nothing else: no scripts, no requests, fit for paper. */
export function informPage(report: Report, student?: string): string {
  const title = student ? TEXTS.titleOf(student) : TEXTS.title
  const page = element('html', { lang: 'es' }, ...onLines([head(title), body(report, student)]))
  return `<!doctype html>\n${page.markup}\n`
}

function head(title: string): Markup {
  const hash = createHash('sha256').update(STYLE).digest('base64')
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`
  const lines = [
    element('meta', { charset: 'utf-8' }),
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('meta', { name: 'color-scheme', content: 'light dark' }),
    element('title', {}, title),
    element('style', {}, { markup: STYLE }),
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
    // A name may be written from right to left: it must not turn the rest of the line around.
    ...(student ? [fact(TEXTS.student, element('bdi', {}, student))] : []),
    fact(TEXTS.date, element('time', { datetime: date }, longDate(date))),
    fact(TEXTS.progress, progress),
  ]
  return element('dl', {}, ...onLines(lines))
}

function fact(name: string, value: string | Markup): Markup {
  return element('div', {}, element('dt', {}, name), element('dd', {}, value))
}
