import { relative } from 'node:path'
import { appOf } from '../curriculum/lesson.ts'
import { ROOT } from '../curriculum/paths.ts'
import { MARKS } from '../verdict/marks.ts'
import type { LessonResult } from '../verdict/model.ts'
import { TEXTS as SHARED } from '../verdict/texts.ts'
import type { Paint } from './report/paint.ts'
import { resultLines, summaryLine } from './report/result.ts'
import { onwardText } from './result-block.ts'
import { serverText } from './server-text.ts'
import type { Choice, SessionState } from './state.ts'
import { TEXTS } from './texts.ts'

/** What a plain log says of a change of the session, each thing once. */
export function logLines(next: SessionState, previous: SessionState | undefined, paint: Paint): string[] {
  const changed = (name: keyof SessionState) => next[name] !== previous?.[name]
  return [
    ...(changed('choice') ? introduction(next.choice) : []),
    ...(next.checking && !previous?.checking ? ['', SHARED.checking] : []),
    ...(changed('results') ? next.results.flatMap((result) => judged(result, next.choice, paint)) : []),
    ...(changed('results') && next.choice.allMine && allPassed(next) ? [allDone(next.choice)] : []),
    ...(changed('server') ? serverNews(next, previous) : []),
    ...(changed('page') && next.page ? [`${TEXTS.page}: ${next.page}`] : []),
    ...(changed('panel') ? (next.panel ?? []) : []),
    ...(changed('notice') && next.notice ? [next.notice] : []),
  ]
}

function introduction({ lessons, allMine }: Choice): string[] {
  const lesson = appOf(lessons)
  if (allMine) return [SHARED.final[lesson.part]]
  const { titulo, minutos, tareas } = lesson.manifest
  return [
    SHARED.lesson(lesson.number, titulo),
    SHARED.edit(relative(ROOT, lesson.exercise), minutos),
    '',
    `${SHARED.tasks}:`,
    ...tareas.map(({ nombre, titulo }, index) => `  ${index + 1}. ${titulo} (${nombre})`),
  ]
}

function judged(result: LessonResult, choice: Choice, paint: Paint): string[] {
  const { lesson, passed } = result
  if (choice.allMine) {
    const title = SHARED.lesson(lesson.number, lesson.manifest.titulo)
    return passed
      ? [`${paint('green', MARKS.passed)} ${title}`]
      : [`${paint('red', MARKS.failed)} ${title}`, ...resultLines(result, paint)]
  }
  return [
    ...resultLines(result, paint),
    '',
    summaryLine(result, paint),
    ...(passed ? [TEXTS.solved, onwardText(choice)] : []),
  ]
}

function serverNews({ server }: SessionState, previous: SessionState | undefined): string[] {
  const moved = server.kind !== previous?.server.kind || server.addresses !== previous.server.addresses
  const output = server.output.slice(previous?.server.output.length ?? 0).map((line) => `  │ ${line}`)
  if (!moved || server.kind === 'starting') return output
  return [`${TEXTS.server}: ${serverText(server)}`, TEXTS.saveAgain, ...output]
}

function allDone({ lessons }: Choice): string {
  return SHARED.allDone[appOf(lessons).part]
}

function allPassed({ results }: SessionState): boolean {
  return results.length > 0 && results.every(({ passed }) => passed)
}
