import type { Lesson } from '../../curriculum/lesson.ts'
import { placeText } from '../../session/report/failure.ts'
import { plain } from '../../session/report/paint.ts'
import { heightOf } from '../../session/report/wrap.ts'
import { drawScreen, type Size } from '../../session/screen.ts'
import { type SessionState, STARTING } from '../../session/state.ts'
import { TEXTS } from '../../session/texts.ts'
import { judgeRun } from '../../verdict/judge.ts'
import { firstFailed } from '../../verdict/marks.ts'
import type { Failure, TestResult } from '../../verdict/model.ts'
import { TEXTS as SHARED } from '../../verdict/texts.ts'

/** A usual terminal, the panel of an editor, and a narrow one. */
const SIZES: readonly Size[] = [
  { columns: 80, rows: 24 },
  { columns: 80, rows: 15 },
  { columns: 60, rows: 20 },
]
/** Of a long value, enough to tell it from another. */
const BEGINNING = 30

/** What of the first failure of these tests a session does not show, with the size of its screen. */
export function missingOnScreen(lesson: Lesson, source: string, tests: readonly TestResult[]): string[] {
  const run = { tests, console: new Map(), mishaps: [], problems: [], loose: [] }
  const result = { lesson, ...judgeRun(lesson, source, run) }
  const failure = firstFailed(result)?.failure
  if (!failure) return ['ningún fallo que explicar']
  const server = { ...STARTING, output: ['GET /perfil 401', 'GET /perfil 200', 'POST /login 200'] }
  const choice = { lessons: [lesson], allMine: false }
  const state: SessionState = { choice, checking: false, results: [result], solved: 0, server }
  return SIZES.flatMap((size) => {
    const lines = drawScreen(state, size, plain)
    const shown = oneLine(lines.join('\n'))
    const height = heightOf(lines, size.columns)
    const missing = piecesOf(failure).filter((piece) => !shown.includes(piece))
    if (height > size.rows) missing.push(`${height} líneas`)
    return missing.map((piece) => `${size.columns}×${size.rows}: ${piece}`)
  })
}

/** The sentence, what was expected and what came, where to look, and what to do. */
function piecesOf({ kind, sentence, expected, received, place }: Failure): string[] {
  const value = (label: string, text?: string) =>
    text === undefined ? [] : [`${label} ${oneLine(text).slice(0, BEGINNING)}`]
  return [
    sentence,
    ...value(SHARED.expected, expected),
    ...value(SHARED.received, received),
    place ? placeText(place) : 'archivo:línea',
    kind === 'todo' ? TEXTS.todo : TEXTS.fix,
  ].map(oneLine)
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
