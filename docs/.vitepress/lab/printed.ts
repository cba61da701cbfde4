import type { LessonResult } from '../../../workbook/verdict/model.ts'
import { TEXTS as SHARED } from '../../../workbook/verdict/texts.ts'

/** What the code printed while one test ran, or outside of them all. */
export interface Printed {
  id: string
  title: string
  text: string
}

/** What the code printed in a run, in its order: first what it printed when it was loaded. */
export function printedBy(results: readonly LessonResult[]): Printed[] {
  return results.flatMap(({ lesson, tests, printed }) => [
    ...(printed ? [{ id: lesson.slug, title: SHARED.printedOutside, text: printed }] : []),
    ...tests.flatMap(({ id, title, printed: text }) => (text ? [{ id, title, text }] : [])),
  ])
}
