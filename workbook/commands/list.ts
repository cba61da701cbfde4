import type { Lesson } from '../curriculum/lesson.ts'
import { loadLessons } from '../curriculum/lessons.ts'
import { openedHints } from '../learner/ladder.ts'
import { lessonProgress } from '../learner/progress.ts'
import { type Paint, paintFor } from '../session/report/paint.ts'
import { MARKS } from '../verdict/marks.ts'
import { TEXTS as REPORT } from '../verdict/result-texts.ts'
import { TEXTS } from './learner-texts.ts'

/** `npm run lista`: which lessons are solved, and what it took. */
export async function list(): Promise<number> {
  const lessons = await loadLessons()
  const paint = paintFor(process.stdout)
  const widest = Math.max(...lessons.map(({ manifest }) => manifest.titulo.length))
  const solved = lessons.filter(({ slug }) => lessonProgress(slug).done).length
  const rows = lessons.map((lesson) => row(lesson, widest, paint))
  const final = `     ${REPORT.final.padEnd(widest)}  npm run lesson final`
  console.log([...rows, final, '', REPORT.progress(solved, lessons.length)].join('\n'))
  return 0
}

function row(lesson: Lesson, width: number, paint: Paint): string {
  const { done } = lessonProgress(lesson.slug)
  const mark = done ? paint('green', MARKS.passed) : MARKS.pending
  const title = lesson.manifest.titulo.padEnd(width)
  return `${mark} ${lesson.number}. ${title}  ${effort(lesson)}`.trimEnd()
}

function effort(lesson: Lesson): string {
  const { failures } = lessonProgress(lesson.slug)
  const hints = openedHints(lesson).length
  return [failures && TEXTS.failures(failures), hints && TEXTS.hints(hints)].filter(Boolean).join(' · ')
}
