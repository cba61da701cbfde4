import { relative } from 'node:path'
import { appOf, lessonsOf } from '../curriculum/lesson.ts'
import { LESSONS } from '../curriculum/lessons.ts'
import { ROOT } from '../curriculum/paths.ts'
import { countGreen } from '../verdict/rows.ts'
import { TEXTS as SHARED } from '../verdict/texts.ts'
import { ACTIONS, QUIT } from './actions/table.ts'
import { type Block, fit } from './layout.ts'
import { noticeLines, panelLines } from './panel.ts'
import { type Paint, progressBar } from './report/paint.ts'
import { wrap } from './report/wrap.ts'
import { RANKS, resultBlocks } from './result-block.ts'
import { serverText } from './server-text.ts'
import type { SessionState } from './state.ts'
import { TEXTS } from './texts.ts'

const LABEL = 9
/** A space that does not part two lines: what a key does stays beside it. */
const TOGETHER = '\u00a0'
const KEYS = keyLine(ACTIONS)
const FEWEST_KEYS = keyLine(ACTIONS.filter(({ key }) => key === 'p' || key === '?'))

export interface Size {
  columns: number
  rows: number
}

/** Draws the whole screen: never more rows than it has, and never at the cost of the explanation. */
export function drawScreen(state: SessionState, size: Size, paint: Paint): string[] {
  const title = paint('bold', titleOf(state).slice(0, size.columns))
  if (state.panel) return panelLines(state, title, size, paint)
  const blocks: Block[] = [
    { lines: [title], rank: 0 },
    { lines: barLines(state, size, paint), rank: RANKS.bars },
    { lines: [''], rank: RANKS.blank },
    ...resultBlocks(state, size.columns, paint),
    { lines: [''], rank: RANKS.blank },
    ...footBlocks(state, size, paint),
  ]
  return fit(blocks, size.columns, size.rows)
}

function titleOf({ choice }: SessionState): string {
  const { number, part, manifest } = appOf(choice.lessons)
  const title = choice.allMine ? SHARED.final[part] : SHARED.lesson(number, manifest.titulo)
  return `${TEXTS.name} · ${title}`
}

function barLines(
  { choice, results, solved, checking }: SessionState,
  { columns }: Size,
  paint: Paint,
): string[] {
  const { part } = appOf(choice.lessons)
  const tests = results.flatMap(({ tests }) => tests)
  const lesson = progressBar(TEXTS.lesson, countGreen(tests), tests.length, paint)
  const book = progressBar(SHARED.parts[part], solved, lessonsOf(part, LESSONS).length, paint)
  const state = checking ? `   ${paint('yellow', SHARED.checking)}` : ''
  return columns < 80 ? [lesson + state, book] : [`${lesson}   ${book}${state}`]
}

function footBlocks(state: SessionState, size: Size, paint: Paint): Block[] {
  const { choice, server, page } = state
  const [lesson] = choice.lessons
  const { columns } = size
  const file =
    lesson && !choice.allMine ? [labelled(TEXTS.edit, relative(ROOT, lesson.exercise), columns)] : []
  const failed = server.kind === 'failed'
  return [
    ...file.map((lines) => ({ lines, rank: RANKS.file })),
    // Why it does not start may be all that is wrong.
    {
      lines: labelled(TEXTS.server, serverText(server), columns),
      rank: failed ? RANKS.trouble : RANKS.server,
    },
    { lines: labelled(TEXTS.page, page ?? TEXTS.noPage, columns), rank: RANKS.page },
    ...server.output.map((line) => ({
      lines: [paint('dim', `  │ ${line}`.slice(0, columns))],
      rank: RANKS.output,
    })),
    { lines: [''], rank: RANKS.blank },
    { lines: noticeLines(state, size).map((line) => paint('yellow', line)), rank: 0 },
    keyBlock(KEYS, columns, paint, RANKS.keys, keyBlock(FEWEST_KEYS, columns, paint, RANKS.lastKeys)),
  ]
}

function keyBlock(keys: string, columns: number, paint: Paint, rank: number, least?: Block): Block {
  const lines = wrap(keys, 0, columns).map((line) => line.replaceAll(TOGETHER, ' '))
  return { lines: lines.map((line) => paint('dim', line)), rank, least }
}

function labelled(label: string, text: string, columns: number): string[] {
  const [first = '', ...rest] = wrap(text, LABEL + 1, columns)
  return [label.padEnd(LABEL + 1) + first.slice(LABEL + 1), ...rest]
}

function keyLine(actions: readonly { key: string; name: string }[]): string {
  return [...actions, QUIT].map(({ key, name }) => `${key}${TOGETHER}${name}`).join(' · ')
}
