import type { Tarea } from '../../lessons/comun/leccion.ts'

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

/** How far the hints of a task were opened. */
export interface OpenedHints {
  /** 1 to 3. */
  rung: number
  /** Failed runs of the lesson when that rung was opened. */
  failures: number
}

/** The next hint of a task; after the first, only if a run failed since the previous one. */
export function nextHint(tarea: Tarea, failures: number, opened?: OpenedHints): Opening {
  if (opened && opened.rung >= 3) return { last: hintAt(tarea, 3) }
  if (opened && opened.rung >= 1 && failures <= opened.failures) return { wait: hintAt(tarea, opened.rung) }
  return { hint: hintAt(tarea, (opened?.rung ?? 0) + 1) }
}

/** All the hints that are open, in the order of the tasks and from the first to the last. */
export function hintsUpTo(tareas: readonly Tarea[], opened: Readonly<Record<string, OpenedHints>>): Hint[] {
  return tareas.flatMap((tarea) =>
    [1, 2, 3].filter((rung) => rung <= (opened[tarea.nombre]?.rung ?? 0)).map((rung) => hintAt(tarea, rung)),
  )
}

function hintAt({ nombre, titulo, pistas }: Tarea, number: number): Hint {
  const rung = Math.min(Math.floor(number), 3) as Hint['rung']
  return { task: nombre, title: titulo, rung, text: pistas[rung - 1] ?? '' }
}
