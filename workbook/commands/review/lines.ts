import type { Paint } from '../../session/report/paint.ts'
import { heightOf, wrap } from '../../session/report/wrap.ts'
import type { Size } from '../../session/screen.ts'
import { MARKS } from '../../verdict/marks.ts'
import type { Card } from '../../verdict/review/card.ts'
import { TEXTS as SHARED } from '../../verdict/review/texts.ts'
import { TEXTS } from './texts.ts'

const COLOURS = { '-': 'red', '+': 'green' } as const

/** Before an option's text: its number, and the room that the lines after the first one leave for it. */
const INDENT = 3

/**
 * A question, ready to be printed: it fits above the cursor, if what is not needed to answer can be left out: blank
 * lines first, then what surrounds the change in its code and then how to answer.
 */
export function questionLines(card: Card, place: string, { columns, rows }: Size, paint: Paint): string[] {
  const head = paint('bold', `${place} · ${SHARED.from(card.lesson, card.kind)}`)
  const asks = wrap(plain(card.asks), 0, columns)
  const options = card.options.flatMap(({ text }, index) => numbered(index, plain(text), columns))
  const foot = paint('dim', TEXTS.howToAnswer(card.options.length))
  const room = rows - 1
  const code = fitting(card.code, room - heightOf([head, ...asks, ...options, foot], columns), columns)
  const parts = [asks, code.map((line) => painted(line, paint)), options, [foot]].filter(
    ({ length }) => length,
  )
  const spaced = [head, ...parts.flatMap((part) => ['', ...part])]
  const close = [head, ...parts.flat()]
  const shapes = [spaced, close]
  return shapes.find((lines) => heightOf(lines, columns) <= room) ?? close.slice(0, -1)
}

/** What there is to say of an answer: whether it was right, why, and which one was. */
export function verdictLines({ options }: Card, chosen: number, columns: number, paint: Paint): string[] {
  const answer = options[chosen]
  const right = options.findIndex((option) => option.right)
  const state = answer?.right ? 'passed' : 'failed'
  const mark = paint(answer?.right ? 'green' : 'red', MARKS[state])
  const said = `${answer?.right ? SHARED.right : SHARED.wrong} ${plain(answer?.why ?? '')}`
  const told = wrap(`${mark} ${chosen + 1}. ${said}`, 0, columns)
  if (answer?.right) return told
  const it = `${SHARED.itWas(String(right + 1))} ${plain(options[right]?.why ?? '')}`
  return [...told, ...wrap(it, 0, columns)]
}

function numbered(index: number, text: string, columns: number): string[] {
  const [first = '', ...rest] = wrap(text, INDENT, columns)
  return [`${index + 1}. ${first.slice(INDENT)}`, ...rest]
}

/** The lines of a diff that fit: those that only surround the change go first, from below. */
function fitting(code: readonly string[], rows: number, columns: number): string[] {
  if (heightOf(code, columns) <= rows) return [...code]
  if (code.at(-1)?.startsWith(' ')) return fitting(code.slice(0, -1), rows, columns)
  return code[0]?.startsWith(' ') ? fitting(code.slice(1), rows, columns) : [...code]
}

function painted(line: string, paint: Paint): string {
  const sign = line.charAt(0)
  return sign === '-' || sign === '+' ? paint(COLOURS[sign], line) : line
}

function plain(markdown: string): string {
  return markdown.replaceAll('`', '')
}
