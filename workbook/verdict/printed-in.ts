import type { LessonResult } from './model.ts'
import { TEXTS } from './texts.ts'

/** What the learner's code printed in one place: a test, or outside of all of them. */
export interface Printed {
  id: string
  where: string
  text: string
}

/** What it printed in a run: first where it matters most, the tests that failed, and last outside of all. */
export function printedIn({ lesson, tests, printed }: LessonResult): Printed[] {
  const inTests = [...tests].sort((a, b) => Number(b.state === 'failed') - Number(a.state === 'failed'))
  return [
    ...inTests.map(({ id, title, printed }) => ({ id, where: title, text: printed })),
    { id: lesson.slug, where: TEXTS.printedOutside, text: printed },
  ].flatMap(({ text, ...place }) => (text ? [{ ...place, text }] : []))
}
