import { appOf, type Entry, lessonsOf, type Part } from '../../curriculum/lesson.ts'
import { ENTRIES, LESSONS, loadLessons } from '../../curriculum/lessons.ts'
import { openedHints } from '../../learner/ladder.ts'
import { lessonProgress } from '../../learner/progress.ts'
import { MARKS } from '../../verdict/marks.ts'
import { TEXTS as SHARED } from '../../verdict/texts.ts'
import { TEXTS } from '../texts.ts'
import type { Desk } from './desk.ts'

/** Which lessons are solved and what it took; in a session, one can be opened. */
export async function list(desk: Desk): Promise<void> {
  const lessons = await loadLessons()
  const width = Math.max(...lessons.map(({ manifest }) => manifest.titulo.length))
  const textOf = ({ name, part, lesson }: Entry) => {
    const found = lessons.find(({ number }) => number === lesson?.number)
    if (!found) return `${MARKS.pending}    ${SHARED.final[part].padEnd(width)}  npm run lesson ${name}`
    const { done, failures } = lessonProgress(found.slug)
    const hints = openedHints(found).length
    const effort = [failures && TEXTS.failures(failures), hints && TEXTS.hints(hints)].filter(Boolean)
    const mark = done ? MARKS.passed : MARKS.pending
    return `${mark} ${name}. ${found.manifest.titulo.padEnd(width)}  ${effort.join(' · ')}`.trimEnd()
  }
  desk.choose({
    title: TEXTS.list,
    rows: ENTRIES.map((entry) => ({ name: entry.name, text: textOf(entry) })),
    foot: [progressOf('book'), ...(appOf(LESSONS).part === 'book' ? [] : [progressOf('extension')])].join(
      '\n',
    ),
  })
}

function progressOf(part: Part): string {
  const own = lessonsOf(part, LESSONS)
  const solved = own.filter(({ slug }) => lessonProgress(slug).done).length
  const text = SHARED.progress(solved, own.length)
  return part === 'book' ? text : `${SHARED.parts[part]}: ${text}`
}
