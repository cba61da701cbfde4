// From what a Worker told of a run to the facts that are judged.
import type { TestError } from 'vitest'
import type { Lesson } from '../../curriculum/lesson.ts'
import { explainLooseError, explainTestError } from '../../verdict/explain/explain.ts'
import { TEXTS } from '../../verdict/explain/texts.ts'
import { judgeRun } from '../../verdict/judge.ts'
import type { Failure, LessonResult, TestResult } from '../../verdict/model.ts'
import type { SentError } from '../protocol.ts'
import type { Remains, TestRemains } from './remains.ts'
import { explainWrongSyntax } from './wrong-syntax.ts'

/** What a run tells about one lesson, whose file had this text. */
export function judge(
  lesson: Lesson,
  source: string,
  remains: Remains,
): Pick<LessonResult, 'passed' | 'tests' | 'problems' | 'printed'> {
  const explain = (error: SentError) => explainLooseError(error as TestError, lesson.exercise)
  return judgeRun(lesson, source, {
    ...remains,
    tests: remains.tests.map((test) => toResult(test, lesson)),
    problems: problemsOf(lesson, source, remains) ?? remains.errors.map(explain),
    loose: remains.loose.map(explain),
  })
}

function toResult({ id, title, task, state, errors }: TestRemains, { exercise }: Lesson): TestResult {
  const [error] = errors
  return { id, title, task, state, failure: error && explainTestError(error as TestError, exercise) }
}

/** What only a Worker tells of a run that could not be. */
function problemsOf(lesson: Lesson, source: string, { syntax, died }: Remains): Failure[] | undefined {
  if (syntax) return [explainWrongSyntax(lesson, source, syntax)]
  return died && [{ sentence: TEXTS.died }]
}
