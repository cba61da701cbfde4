import { join } from 'node:path'
import type { Lesson } from '../../curriculum/lesson.ts'
import { ROOT } from '../../curriculum/paths.ts'
import type { LessonResult, TestResult } from '../../verdict/model.ts'
import { MANIFEST } from './fake-lesson.ts'

const FOLDER = join(ROOT, 'lessons', '01-saludos')

const LESSON: Lesson = {
  number: 1,
  slug: '01-saludos',
  part: 'book',
  folder: FOLDER,
  exercise: join(FOLDER, 'saludos.ts'),
  spec: join(FOLDER, 'saludos.test.ts'),
  solution: join(ROOT, 'solutions', '01-saludos', 'saludos.ts'),
  manifest: MANIFEST,
}

/** A test that ended like this, with a sentence if it failed. */
export function fakeTest(title: string, state: TestResult['state'], task = 'saludar'): TestResult {
  const failure = state === 'failed' ? { sentence: `Falla: ${title}` } : undefined
  return { id: title, title, task, state, failure }
}

/** The result of an invented lesson: green if all of these tests are and nothing else went wrong. */
export function fakeResult(tests: TestResult[], more: Partial<LessonResult> = {}): LessonResult {
  const problems = more.problems ?? []
  const passed = !problems.length && tests.length > 0 && tests.every(({ state }) => state === 'passed')
  return { lesson: LESSON, passed, tests, problems, ...more }
}
