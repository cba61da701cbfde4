import { styleText } from 'node:util'
import { MARKS } from '../../verdict/marks.ts'
import type { TestResult } from '../../verdict/model.ts'

type Format = Parameters<typeof styleText>[0]

/** Colours a text, or leaves it as it is. */
export type Paint = (format: Format, text: string) => string

export const plain: Paint = (_format, text) => text

const coloured: Paint = (format, text) => styleText(format, text, { validateStream: false })

/** Colour only on a terminal that wants it (https://no-color.org, https://force-color.org). */
export function paintFor(stream: { isTTY?: boolean }, env = process.env): Paint {
  const { NO_COLOR, FORCE_COLOR, TERM } = env
  if (NO_COLOR || FORCE_COLOR === '0' || FORCE_COLOR === 'false') return plain
  return FORCE_COLOR || (stream.isTTY && TERM !== 'dumb') ? coloured : plain
}

const BAR = 16
const COLOURS = { passed: 'green', failed: 'red', pending: 'gray' } as const

/** The sign of a state, in its colour. */
export function paintMark(state: TestResult['state'], paint: Paint): string {
  return paint(COLOURS[state], MARKS[state])
}

/** How much of something is done, in `width` columns: full only once all of it is. */
export function bar(done: number, total: number, width: number, paint: Paint): string {
  const filled = total ? Math.floor((done / total) * width) : 0
  return paint('green', '█'.repeat(filled)) + '░'.repeat(width - filled)
}

/** A bar with its name and its figures: the colour adds nothing that they do not say. */
export function progressBar(name: string, done: number, total: number, paint: Paint): string {
  return `${name} ${bar(done, total, BAR, paint)} ${done}/${total}`
}
