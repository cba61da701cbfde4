import type { Lesson } from '../../curriculum/lesson.ts'
import { createRunner } from '../../runner/learner-runner.ts'
import type { LessonResult } from '../../verdict/model.ts'

/** Runs the specifications of some lessons a single time. */
export async function runOnce(lessons: readonly Lesson[], allMine: boolean): Promise<LessonResult[]> {
  const runner = await createRunner(lessons, { allMine })
  try {
    return await runner.run()
  } finally {
    await runner.close()
  }
}
