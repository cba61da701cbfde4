import type { InjectionKey } from 'vue'
import type { LiveStatus } from '../../../workbook/verdict/result-view.ts'

/** What to do with the slug of a lesson that turns green in the session: `app.provide(ON_SOLVED, markSolved)`. */
export const ON_SOLVED: InjectionKey<(slug: string) => void> = Symbol('onSolved')

/** The lessons that are green now and were not before. */
export function newlySolved(now: LiveStatus | undefined, before: LiveStatus | undefined): string[] {
  return now?.solved.filter((slug) => !before?.solved.includes(slug)) ?? []
}
