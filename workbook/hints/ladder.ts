import { existsSync, readFileSync } from 'node:fs'
import type { Tarea } from '../../lessons/comun/leccion.ts'
import type { Lesson } from '../curriculum/lessons.ts'
import { lessonProgress, PROGRESS_FILE, remember } from '../progress/progress.ts'
import { pendingTodos } from '../runner/exercise-source.ts'

/** One of the three hints of a task. */
export interface Hint {
  /** Name of the task. */
  task: string
  title: string
  rung: 1 | 2 | 3
  text: string
}

/** `wait`: the next one needs another attempt first. `last`: there are no more. Both with the open one. */
export type Opening = { hint: Hint } | { wait: Hint } | { last: Hint }

/**
 * Opens the next hint of a task and remembers it; after the first, only if a run failed since the
 * previous one. Throws `UnknownTask` if the lesson has no task of that name.
 */
export function openHint(lesson: Lesson, task: string, file = PROGRESS_FILE): Opening {
  const { failures, hints } = lessonProgress(lesson.slug, file)
  const opened = hints[task]
  const tarea = taskNamed(lesson, task)
  if (opened && opened.rung >= 3) return { last: hintAt(tarea, 3) }
  if (opened && opened.rung >= 1 && failures <= opened.failures) return { wait: hintAt(tarea, opened.rung) }
  const hint = hintAt(tarea, (opened?.rung ?? 0) + 1)
  remember(lesson.slug, { hints: { ...hints, [task]: { rung: hint.rung, failures } } }, file)
  return { hint }
}

/** All the hints of a lesson that are open, by task and from the first to the last. */
export function openedHints(lesson: Lesson, file = PROGRESS_FILE): Hint[] {
  const { hints } = lessonProgress(lesson.slug, file)
  return lesson.manifest.tareas.flatMap((tarea) =>
    [1, 2, 3].filter((rung) => rung <= (hints[tarea.nombre]?.rung ?? 0)).map((rung) => hintAt(tarea, rung)),
  )
}

/** Name of the first task whose TODO is still in the learner's text, which is not run; nothing if none is. */
export function failingTask({ exercise, manifest }: Lesson): string | undefined {
  const source = existsSync(exercise) ? readFileSync(exercise, 'utf8') : ''
  const [first] = pendingTodos(source).sort((a, b) => a - b)
  return first === undefined ? undefined : manifest.tareas[first - 1]?.nombre
}

function taskNamed({ manifest }: Lesson, name: string): Tarea {
  const tarea = manifest.tareas.find(({ nombre }) => nombre === name)
  if (!tarea) throw new UnknownTask(name)
  return tarea
}

function hintAt({ nombre, titulo, pistas }: Tarea, number: number): Hint {
  const rung = Math.min(Math.floor(number), 3) as Hint['rung']
  return { task: nombre, title: titulo, rung, text: pistas[rung - 1] ?? '' }
}

/** The lesson has no task of that name. */
export class UnknownTask extends Error {}
