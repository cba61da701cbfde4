// What the pages of a report and of a grading are made of.
import { longDate } from './format.ts'
import { element, type Markup, onLines } from './markup.ts'

/** A table with its caption. `foot`: its last row. */
export function table(
  id: string,
  caption: string,
  heads: readonly string[],
  rows: readonly Markup[],
  foot?: Markup,
): Markup {
  const head = element('tr', {}, ...onLines(heads.map((name) => element('th', { scope: 'col' }, name))))
  const inside = [
    element('caption', { id }, caption),
    element('thead', {}, head),
    element('tbody', {}, ...onLines(rows)),
    ...(foot ? [element('tfoot', {}, foot)] : []),
  ]
  // It scrolls by itself on a narrow screen: then the keyboard must be able to reach it.
  const region = { role: 'region', 'aria-labelledby': id, tabindex: 0 }
  return element('div', region, element('table', {}, ...onLines(inside)))
}

/** A row, with what it is about. */
export function row(head: string | Markup, cells: readonly (string | Markup)[]): Markup {
  const written = cells.map((cell) => element('td', {}, cell))
  return element('tr', {}, ...onLines([element('th', { scope: 'row' }, head), ...written]))
}

/** A list of sentences or of parts. */
export function bullets(items: readonly (string | Markup)[]): Markup {
  return element('ul', {}, ...onLines(items.map((item) => element('li', {}, item))))
}

/** A part of a page, with its title. */
export function section(title: string, lines: readonly Markup[]): Markup {
  return element('section', {}, ...onLines([element('h2', {}, title), ...lines]))
}

/** A name may be written from right to left: it must not turn the rest of the line around. */
export function isolated(name: string): Markup {
  return element('bdi', {}, name)
}

/** A day, from an instant in ISO 8601. */
export function dayOf(date: string): Markup {
  return element('time', { datetime: date }, longDate(date))
}
