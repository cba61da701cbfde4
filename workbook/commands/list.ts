import { FINALS, type Lesson, lessonsOf, type Part } from '../curriculum/lesson.ts'
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
  console.log(partLines('book', lessons).join('\n'))
  if (lessonsOf('extension', lessons).length)
    console.log(['', `${REPORT.parts.extension}:`, ...partLines('extension', lessons)].join('\n'))
  return 0
}

function partLines(part: Part, lessons: readonly Lesson[]): string[] {
  const own = lessonsOf(part, lessons)
  const paint = paintFor(process.stdout)
  const widest = Math.max(...lessons.map(({ manifest }) => manifest.titulo.length))
  const solved = own.filter(({ slug }) => lessonProgress(slug).done).length
  const final = `     ${REPORT.final[part].padEnd(widest)}  npm run lesson ${FINALS[part]}`
  return [...own.map((lesson) => row(lesson, widest, paint)), final, '', REPORT.progress(solved, own.length)]
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
