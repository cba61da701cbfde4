import type { Choice } from '../state.ts'

/** The page of what a learner works on: its path inside of the site, without slash or extension. */
export function lessonPage({ lessons, allMine }: Choice): string {
  return allMine ? 'resumen' : `lecciones/${lessons[0]?.slug}`
}
