import type { Lesson } from '../../curriculum/lesson.ts'
import type { Failure, Place } from '../model.ts'
import { lineOfTask, pendingTodos } from './exercise-source.ts'
import { ownFault, undeclaredIn } from './own-fault.ts'
import { serverErrorIn } from './server-error.ts'
import { explainTypo } from './slips.ts'
import { TEXTS } from './texts.ts'

/**
 * Adds to a failed test what only the learner's text and console can tell: that its TODO is still
 * there, the line to look at, the error behind a 500.
 */
export function locateFailure(
  failure: Failure,
  task: string,
  lesson: Lesson,
  { source, console }: { source: string; console?: string },
): Failure {
  const { exercise, manifest } = lesson
  const index = manifest.tareas.findIndex(({ nombre }) => nombre === task)
  const line = lineOfTask(source, index + 1, task)
  const place: Place | undefined = failure.place ?? (line ? { file: exercise, line } : undefined)
  if (pendingTodos(source).includes(index + 1)) {
    return { kind: 'todo', sentence: TEXTS.todo(index + 1, manifest.tareas[index]?.titulo ?? ''), place }
  }
  const thrown = serverErrorIn(console, exercise)
  const fault =
    ownFault([thrown?.text, failure.sentence, failure.received], source) ?? undeclaredIn(source, task)
  if (fault) {
    const line = fault.line ?? thrown?.place?.line ?? place?.line
    return { sentence: fault.sentence, place: line ? { file: exercise, line } : undefined }
  }
  const typo = thrown && explainTypo(thrown.text)
  if (typo) return { sentence: typo, place: thrown.place ?? place }
  // What the guards tell each other is not for the learner.
  const text = thrown?.text.includes('cuaderno:') ? undefined : thrown?.text
  return { ...failure, place: thrown?.place ?? place, thrown: text }
}
