import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { lessonProgress, rememberGreen } from '../learner/progress.ts'
import { fakeLesson, SOLUTION } from '../proof/support/fake-lesson.ts'
import { fakeResult, fakeTest } from '../proof/support/fake-result.ts'
import { tempFolder } from '../proof/support/temp-folder.ts'
import type { LessonResult } from '../verdict/model.ts'
import { Record } from './record.ts'

const GREEN = fakeResult([fakeTest('saluda', 'passed')])
const RED = fakeResult([fakeTest('saluda', 'failed')])
const NOT_RUN = fakeResult([], { problems: [{ kind: 'not-run', sentence: 'No se ejecutó' }] })
const SAVED = { saved: true, final: false }
const OPENED = { saved: false, final: false }

/** What is remembered of a lesson after these runs. */
function after(runs: [LessonResult, { saved: boolean; final: boolean }][], { solved = false } = {}) {
  const folder = tempFolder()
  const file = join(folder, 'progreso.json')
  const lesson = fakeLesson({ exercise: SOLUTION })
  if (solved) rememberGreen(lesson.slug, file)
  const record = new Record(file, folder)
  for (const [result, how] of runs) record.run({ ...result, lesson }, how)
  const { done, failures } = lessonProgress(lesson.slug, file)
  return { done, failures, copied: existsSync(join(folder, lesson.slug)) }
}

describe('Record', () => {
  test.each<[string, [LessonResult, typeof SAVED][], boolean, ReturnType<typeof after>]>([
    ['solves and copies what is green', [[GREEN, OPENED]], false, { done: true, failures: 0, copied: true }],
    ['counts what was saved and is red', [[RED, SAVED]], false, { done: false, failures: 1, copied: false }],
    [
      'does not count what was only opened',
      [[RED, OPENED]],
      false,
      { done: false, failures: 0, copied: false },
    ],
    [
      'counts the same text once',
      [
        [RED, SAVED],
        [RED, SAVED],
      ],
      false,
      { done: false, failures: 1, copied: false },
    ],
    ['un-solves what is red again', [[RED, SAVED]], true, { done: false, failures: 1, copied: false }],
    [
      'keeps solved what is red in the final exercise',
      [[RED, { saved: true, final: true }]],
      true,
      { done: true, failures: 1, copied: false },
    ],
    ['keeps solved what did not run', [[NOT_RUN, SAVED]], true, { done: true, failures: 0, copied: false }],
  ])('%s', (_what, runs, solved, remembered) => {
    expect(after(runs, { solved })).toEqual(remembered)
  })
})
