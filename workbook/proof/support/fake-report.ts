import { join } from 'node:path'
import type { Report } from '../../commands/reports/json.ts'
import { createReport } from '../../commands/reports/report.ts'
import type { Progress } from '../../learner/progress.ts'
import type { LessonResult } from '../../verdict/model.ts'
import { fakeResult, fakeTest } from './fake-result.ts'

const DATE = new Date('2026-03-15T12:00:00.123Z')

/** A result with a green, a red and a pending test, the red one with all that can be known of it. */
export function mixedResult(sentence = 'Falla: despide'): LessonResult {
  const result = fakeResult([])
  const place = { file: join(result.lesson.folder, 'saludos.ts'), line: 7 }
  const failure = { sentence, expected: 'uno', received: 'dos', thrown: 'Error: roto', place }
  const tests = [
    fakeTest('saluda', 'passed'),
    { ...fakeTest('despide', 'failed', 'despedir'), failure },
    fakeTest('calla', 'pending', 'despedir'),
  ]
  return { ...result, tests }
}

/** The report of these results, made at `DATE`. */
export function fakeReport(results: readonly LessonResult[], progress: Progress = {}): Report {
  return createReport(results, progress, { date: DATE })
}
