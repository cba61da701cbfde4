import type { Lesson } from '../../curriculum/lesson.ts'
import { loadLessons } from '../../curriculum/lessons.ts'
import { openedHints } from '../../learner/ladder.ts'
import { lessonProgress } from '../../learner/progress.ts'
import { MARKS } from '../../verdict/marks.ts'
import { TEXTS as SHARED } from '../../verdict/texts.ts'
import { TEXTS } from '../texts.ts'
import type { Desk, Row } from './desk.ts'

/** Which lessons are solved and what it took; in a session, one can be opened. */
export async function list(desk: Desk): Promise<void> {
  const lessons = await loadLessons()
  const widest = Math.max(...lessons.map(({ manifest }) => manifest.titulo.length))
  const solved = lessons.filter(({ slug }) => lessonProgress(slug).done).length
  const final = `${MARKS.pending}    ${SHARED.final.padEnd(widest)}  npm run lesson final`
  desk.choose({
    title: TEXTS.list,
    rows: [...lessons.map((lesson) => lessonRow(lesson, widest)), { name: 'final', text: final }],
    foot: SHARED.progress(solved, lessons.length),
  })
}

function lessonRow(lesson: Lesson, width: number): Row {
  const { number, slug, manifest } = lesson
  const { done, failures } = lessonProgress(slug)
  const hints = openedHints(lesson).length
  const effort = [failures && TEXTS.failures(failures), hints && TEXTS.hints(hints)].filter(Boolean)
  const mark = done ? MARKS.passed : MARKS.pending
  return {
    name: String(number),
    text: `${mark} ${number}. ${manifest.titulo.padEnd(width)}  ${effort.join(' · ')}`.trimEnd(),
  }
}
