import type { Tarea } from '../../lessons/comun/leccion.ts'
import type { Lesson } from '../curriculum/lesson.ts'
import { pendingTodos } from '../verdict/explain/exercise-source.ts'
import { type Hint, hintsUpTo, nextHint, type Opening } from '../verdict/rungs.ts'
import { textOf } from './exercise-text.ts'
import { lessonProgress, PROGRESS_FILE, redTask, remember } from './progress.ts'

/**
 * Opens the next hint of a task and remembers it; after the first, only if a run failed since the
 * previous one. Throws `UnknownTask` if the lesson has no task of that name.
 */
export function openHint(lesson: Lesson, task: string, file = PROGRESS_FILE): Opening {
  const { failures, hints } = lessonProgress(lesson.slug, file)
  const opening = nextHint(taskNamed(lesson, task), failures, hints[task])
  if ('hint' in opening) {
    remember(lesson.slug, { hints: { ...hints, [task]: { rung: opening.hint.rung, failures } } }, file)
  }
  return opening
}

/** All the hints of a lesson that are open, by task and from the first to the last. */
export function openedHints({ slug, manifest }: Lesson, file = PROGRESS_FILE): Hint[] {
  return hintsUpTo(manifest.tareas, lessonProgress(slug, file).hints)
}

/**
 * Name of the task that help is wanted for, without a run: the one that was red when this same text was last
 * tried or, if it was not, the first whose TODO is still in it; nothing if none is.
 */
export function failingTask({ slug, exercise, manifest }: Lesson, file = PROGRESS_FILE): string | undefined {
  const text = textOf(exercise)
  const red = redTask(slug, text, file)
  if (manifest.tareas.some(({ nombre }) => nombre === red)) return red
  const [first] = pendingTodos(text).sort((a, b) => a - b)
  return first === undefined ? undefined : manifest.tareas[first - 1]?.nombre
}

function taskNamed({ manifest }: Lesson, name: string): Tarea {
  const tarea = manifest.tareas.find(({ nombre }) => nombre === name)
  if (!tarea) throw new UnknownTask(name)
  return tarea
}

/** The lesson has no task of that name. */
export class UnknownTask extends Error {}
