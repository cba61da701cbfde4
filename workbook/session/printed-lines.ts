import type { LessonResult } from '../verdict/model.ts'
import { TEXTS as SHARED } from '../verdict/texts.ts'

/** What the learner's code printed in one place: a test, or outside of all of them. */
export interface Printed {
  where: string
  lines: readonly string[]
}

/** What it printed in a run: first where it matters most, the test that is explained. */
export function printedIn({ tests, printed }: LessonResult): Printed[] {
  const inTests = [...tests].sort((a, b) => Number(b.state === 'failed') - Number(a.state === 'failed'))
  return [
    ...inTests.map((test) => ({ where: test.title, printed: test.printed })),
    { where: SHARED.printedOutside, printed },
  ].flatMap(({ where, printed }) => (printed ? [{ where, lines: printed.split('\n') }] : []))
}
