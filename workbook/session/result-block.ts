import { appOf } from '../curriculum/lesson.ts'
import { firstFailed, MARKS } from '../verdict/marks.ts'
import type { Failure, LessonResult, TestResult } from '../verdict/model.ts'
import { printedIn } from '../verdict/printed-in.ts'
import { lessonRows, type Row, taskRows } from '../verdict/rows.ts'
import { TEXTS as SHARED } from '../verdict/texts.ts'
import { entryAfter } from './choice.ts'
import type { Block } from './layout.ts'
import { failureParts } from './report/failure.ts'
import { type Paint, paintMark } from './report/paint.ts'
import { wrap } from './report/wrap.ts'
import type { Choice, SessionState } from './state.ts'
import { TEXTS } from './texts.ts'

/** What goes first where there is little room, from the highest to the lowest. */
export const RANKS = {
  printed: 100,
  printedHeading: 99,
  output: 90,
  /** Of other tasks or lessons. */
  rows: { passed: 84, pending: 82, failed: 80 },
  tests: { passed: 70, pending: 62, failed: 60 },
  page: 50,
  keys: 48,
  blank: 45,
  bars: 40,
  file: 35,
  server: 30,
  ownRow: 25,
  lastKeys: 20,
  /** Of values: all but their beginning. */
  longValue: 10,
  thrown: 8,
  title: 5,
  trouble: 2,
} as const

const INDENT = 2
/** More is shown by a key. */
const PRINTED_LINES = 8

/** The tasks with their tests, and the first failure explained. */
export function resultBlocks({ choice, results }: SessionState, columns: number, paint: Paint): Block[] {
  const [result] = results
  if (!result) return []
  if (choice.allMine) return finalBlocks(choice, results, columns, paint)
  return [
    ...taskBlocks(result, columns, paint),
    blank(),
    ...explanation(choice, result, columns, paint),
    ...printedBlocks(result, columns, paint),
  ]
}

/** What the key for the next lesson opens after this one. */
export function onwardText(choice: Choice): string {
  return entryAfter(choice)?.lesson ? TEXTS.goOn : TEXTS.goOnToFinal
}

function taskBlocks(result: LessonResult, columns: number, paint: Paint): Block[] {
  const failing = result.problems.length ? undefined : firstFailed(result)
  return taskRows(result).flatMap((row) => {
    const open = failing && row.tests.includes(failing)
    const rank = open ? RANKS.ownRow : RANKS.rows[row.state]
    const tests = open ? row.tests : []
    return [
      { lines: [rowLine(row, columns, paint)], rank },
      ...tests.map((test) => ({ lines: [testLine(test, columns, paint)], rank: RANKS.tests[test.state] })),
    ]
  })
}

function finalBlocks(
  choice: Choice,
  results: readonly LessonResult[],
  columns: number,
  paint: Paint,
): Block[] {
  const broken = results.find(({ passed }) => !passed)
  const rows = lessonRows(results).map((row, index) => ({
    lines: [rowLine(row, columns, paint)],
    rank: broken && results[index] === broken ? RANKS.ownRow : RANKS.rows[row.state],
  }))
  const done = always([paint('green', SHARED.allDone[appOf(choice.lessons).part])])
  if (!broken) return [...rows, blank(), done]
  return [
    ...rows,
    blank(),
    ...explanation(choice, broken, columns, paint),
    ...printedBlocks(broken, columns, paint),
  ]
}

/** What the learner's code printed where it matters most, as far as there is room. */
function printedBlocks(result: LessonResult, columns: number, paint: Paint): Block[] {
  const [first] = printedIn(result)
  if (!first) return []
  const heading = wrap(TEXTS.printedIn(first.where), INDENT, columns)
  return [
    blank(),
    { lines: heading.map((line) => paint('dim', line)), rank: RANKS.printedHeading },
    ...first.text
      .split('\n')
      .slice(0, PRINTED_LINES)
      .map((line) => ({
        lines: firstOf([`  │ ${line.replaceAll('\t', '  ')}`], columns),
        rank: RANKS.printed,
      })),
  ]
}

function explanation(choice: Choice, result: LessonResult, columns: number, paint: Paint): Block[] {
  const { passed, problems } = result
  const [problem] = problems
  if (problem) return failureBlocks(problem, TEXTS.repair, columns, paint)
  const failing = firstFailed(result)
  if (failing?.failure) {
    const todo = failing.failure.kind === 'todo'
    const title = wrap(`${MARKS.failed} ${failing.title}`, 0, columns).map((line) => paint('red', line))
    return [
      { lines: title, rank: RANKS.title },
      ...failureBlocks(failing.failure, todo ? TEXTS.todo : TEXTS.fix, columns, paint),
    ]
  }
  if (!passed) return []
  return [always([paint('green', `${MARKS.passed} ${TEXTS.solved}`), `  ${onwardText(choice)}`])]
}

/** A failure and what to do: of all but these, everything may go. */
function failureBlocks(failure: Failure, whatToDo: string, columns: number, paint: Paint): Block[] {
  const { sentence, values, thrown, place } = failureParts(failure, INDENT, paint, columns)
  return [
    always(sentence),
    ...values.map((value) => ({
      lines: [value],
      rank: RANKS.longValue,
      least: always(firstOf([value], columns)),
    })),
    { lines: thrown, rank: RANKS.longValue, least: { lines: firstOf(thrown, columns), rank: RANKS.thrown } },
    always(place),
    always(wrap(whatToDo, INDENT, columns)),
  ]
}

/** The beginning of what takes several lines, in one. */
function firstOf([first = '', ...more]: readonly string[], columns: number): string[] {
  if (!first) return []
  if (!more.length && first.length <= columns) return [first]
  return [`${first.slice(0, columns - 2)}…`]
}

function always(lines: readonly string[]): Block {
  return { lines, rank: 0 }
}

function blank(): Block {
  return { lines: [''], rank: RANKS.blank }
}

/** One line: its mark, its title and how many of its tests are green. */
function rowLine({ title, tests, green, state }: Row, columns: number, paint: Paint): string {
  const count = tests.length ? `${green}/${tests.length}` : ''
  const room = columns - count.length - 4
  return `${paintMark(state, paint)} ${title.slice(0, room).padEnd(room)} ${count}`
}

function testLine({ state, title }: TestResult, columns: number, paint: Paint): string {
  return `    ${paintMark(state, paint)} ${title.slice(0, columns - 6)}`
}
