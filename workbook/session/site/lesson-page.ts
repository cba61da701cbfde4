import { appOf, FINAL_PAGES } from '../../curriculum/lesson.ts'
import type { Choice } from '../state.ts'

/** The page of what a learner works on: its path inside of the site, without slash or extension. */
export function lessonPage({ lessons, allMine }: Choice): string {
  const { part, slug } = appOf(lessons)
  return allMine ? FINAL_PAGES[part] : `lecciones/${slug}`
}
