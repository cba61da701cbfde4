import { relative } from 'node:path'
import { appOf, lessonsOf } from '../curriculum/lesson.ts'
import { LESSONS } from '../curriculum/lessons.ts'
import { ROOT } from '../curriculum/paths.ts'
import { countGreen } from '../verdict/rows.ts'
import { TEXTS as SHARED } from '../verdict/texts.ts'
import { ACTIONS, QUIT } from './actions/table.ts'
import { type Paint, progressBar } from './report/paint.ts'
import { wrap } from './report/wrap.ts'
import { resultBlock } from './result-block.ts'
import { serverText } from './server-text.ts'
import type { SessionState } from './state.ts'
import { TEXTS } from './texts.ts'

const KEYS = [...ACTIONS, QUIT].map(({ key, name }) => `${key} ${name}`).join(' · ')

export interface Size {
  columns: number
  rows: number
}

/** Draws the whole screen: never more lines than it has, the middle giving way first. */
export function drawScreen(state: SessionState, { columns, rows }: Size, paint: Paint): string[] {
  const head = headLines(state, columns, paint)
  const foot = footLines(state, columns, paint)
  const middle = state.panel ?? resultBlock(state, columns, paint)
  const room = Math.max(rows - head.length - foot.length - 2, 3)
  const shown = middle.length > room ? [...middle.slice(0, room - 1), paint('dim', '  …')] : middle
  return [...head, '', ...shown, '', ...foot]
}

function headLines(
  { choice, results, solved, checking }: SessionState,
  columns: number,
  paint: Paint,
): string[] {
  const { number, part, manifest } = appOf(choice.lessons)
  const title = choice.allMine ? SHARED.final[part] : SHARED.lesson(number, manifest.titulo)
  const tests = results.flatMap(({ tests }) => tests)
  const bars = [
    progressBar(TEXTS.lesson, countGreen(tests), tests.length, paint),
    progressBar(SHARED.parts[part], solved, lessonsOf(part, LESSONS).length, paint),
  ]
  return [
    paint('bold', `${TEXTS.name} · ${title}`.slice(0, columns)),
    `${columns < 70 ? bars.join('\n') : bars.join('   ')}${checking ? `   ${paint('yellow', SHARED.checking)}` : ''}`,
  ].flatMap((line) => line.split('\n'))
}

function footLines(state: SessionState, columns: number, paint: Paint): string[] {
  const { choice, server, page, notice } = state
  const [lesson] = choice.lessons
  const file = lesson && !choice.allMine ? [`${TEXTS.edit.padEnd(9)} ${relative(ROOT, lesson.exercise)}`] : []
  return [
    ...file,
    `${TEXTS.server.padEnd(9)} ${serverText(server)}`,
    `${TEXTS.page.padEnd(9)} ${page ?? TEXTS.noPage}`,
    ...server.output.map((line) => paint('dim', `  │ ${line}`.slice(0, columns))),
    '',
    ...(notice ? wrap(notice, 0, columns).map((line) => paint('yellow', line)) : []),
    ...wrap(state.panel ? TEXTS.back : KEYS, 0, columns).map((line) => paint('dim', line)),
  ]
}
