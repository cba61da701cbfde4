import { FINAL_PAGES } from '../../../workbook/curriculum/lesson.ts'
import type { LessonLink, Summary } from '../progress/summary.ts'
import { TEXTS } from './texts.ts'

/** Where the first button leads, and what it says: to the first lesson that is not done, with the bench open. */
export function startOf(
  summary: Summary | undefined,
  lessons: readonly LessonLink[],
): { text: string; link: string } {
  const next = summary ? summary.next : lessons[0]
  if (!next) return { text: TEXTS.finish, link: `/${FINAL_PAGES.book}?resolver` }
  const begun = Boolean(summary?.solved)
  return { text: begun ? TEXTS.goOn(next.number) : TEXTS.begin, link: `/lecciones/${next.slug}?resolver` }
}
