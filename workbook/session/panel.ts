import { cut } from './layout.ts'
import type { Paint } from './report/paint.ts'
import { flow, wrap } from './report/wrap.ts'
import type { Size } from './screen.ts'
import type { SessionState } from './state.ts'
import { TEXTS } from './texts.ts'

/** Keys that move through a panel, by how many of its windows. */
const STEPS: Record<string, 'line' | 'window' | 'all'> = {
  up: 'line',
  down: 'line',
  pageup: 'window',
  pagedown: 'window',
  ' ': 'window',
  home: 'all',
  end: 'all',
}
const BACK = ['up', 'pageup', 'home']

/** Whether a key moves through a panel. */
export function isScroll(key: string): boolean {
  return key in STEPS
}

/** The first line to show after a key that moves through the panel. */
export function scrolled(state: SessionState, size: Size, key: string): number {
  const { lines, room } = measure(state, size)
  const lengths = { line: 1, window: room, all: lines.length }
  const step = lengths[STEPS[key] ?? 'line']
  return within(state, size, (state.scroll ?? 0) + (BACK.includes(key) ? -step : step))
}

/** The first line to show so that one of the panel's own lines is in sight. */
export function scrollTo(state: SessionState, size: Size, line: number): number {
  const { room } = measure(state, size)
  const above = (state.panel ?? []).slice(0, line + 1).flatMap((each) => flow(each, size.columns)).length
  return within(state, size, above - room)
}

/** As much of a panel as there is room for, from where it was scrolled to, and how to go on. */
export function panelLines(state: SessionState, title: string, size: Size, paint: Paint): string[] {
  const { lines, room } = measure(state, size)
  const first = within(state, size, state.scroll ?? 0)
  const shown = cut(lines.slice(first), size.columns, room)
  const last = first + shown.length
  const more = shown.length < lines.length ? ` · ${TEXTS.scroll(first + 1, last, lines.length)}` : ''
  return [
    ...[title, ''],
    ...shown,
    '',
    ...noticeLines(state, size).map((line) => paint('yellow', line)),
    paint('dim', TEXTS.back + more),
  ]
}

/** What answers the last key, in lines that fit. */
export function noticeLines({ notice }: SessionState, { columns }: Size): string[] {
  return notice ? wrap(notice, 0, columns) : []
}

function measure(state: SessionState, size: Size): { lines: string[]; room: number } {
  const lines = (state.panel ?? []).flatMap((line) => flow(line, size.columns))
  // A title, two blank lines and how to go on, which may take two on a narrow screen.
  const around = 4 + (size.columns < 70 ? 1 : 0) + noticeLines(state, size).length
  return { lines, room: Math.max(size.rows - around, 3) }
}

/** A place from which the window is full, if there is enough to fill it. */
function within(state: SessionState, size: Size, first: number): number {
  const { lines, room } = measure(state, size)
  const last = lines.findIndex(
    (_, index) => cut(lines.slice(index), size.columns, room).length === lines.length - index,
  )
  return Math.max(0, Math.min(first, last))
}
