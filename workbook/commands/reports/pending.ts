import { TEXTS as REPORT } from '../../verdict/texts.ts'
import { placeText } from './format.ts'
import type { FailureReport, LessonReport, Report } from './json.ts'
import { element, type Markup, onLines } from './markup.ts'
import { TEXTS } from './texts.ts'

/** What the learner would read first in each lesson that is not solved. */
export function pendingSection({ lessons }: Report): Markup {
  const items = lessons.filter(({ passed }) => !passed).map(item)
  const content = items.length ? element('ul', {}, ...onLines(items)) : element('p', {}, TEXTS.nothingPending)
  return element('section', {}, ...onLines([element('h2', {}, TEXTS.pending), content]))
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
