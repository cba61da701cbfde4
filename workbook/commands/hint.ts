import { basename } from 'node:path'
import type { Lesson } from '../curriculum/lesson.ts'
import { failingTask, openHint } from '../learner/ladder.ts'
import { lessonProgress } from '../learner/progress.ts'
import { wrap } from '../session/report/wrap.ts'
import type { Hint, Opening } from '../verdict/rungs.ts'
import { TEXTS } from './learner-texts.ts'
import { complain, namedLesson } from './named-lesson.ts'

/** `npm run pista 3 [tarea]`: the next hint of the first unfinished task, or of the one with that name or number. */
export async function hint([name, task]: string[]): Promise<number> {
  const lesson = await namedLesson(name)
  if (!lesson) return complain(TEXTS.whichLesson('pista'))
  const chosen = task === undefined ? failingTask(lesson) : taskCalled(task, lesson)
  if (chosen) {
    console.log(openingLines(openHint(lesson, chosen), lesson).join('\n'))
    return 0
  }
  return task === undefined ? withoutTodo(lesson) : complain(TEXTS.unknownTask(task, taskNames(lesson)))
}

/** Only a run could tell which task is red. */
function withoutTodo(lesson: Lesson): number {
  const { number, slug, exercise } = lesson
  if (!lessonProgress(slug).done) {
    return complain(TEXTS.noTodoLeft(basename(exercise), number, taskNames(lesson)[0] ?? ''))
  }
  console.log(TEXTS.solved(number))
  return 0
}

function openingLines(opening: Opening, lesson: Lesson): string[] {
  if ('last' in opening) return hintLines(opening.last, TEXTS.lastHint)
  const hint = 'hint' in opening ? opening.hint : opening.wait
  return hintLines(hint, hint.rung < 3 ? TEXTS.nextHint(lesson.number) : TEXTS.lastHint)
}

function hintLines({ rung, title, task, text }: Hint, next: string): string[] {
  return [TEXTS.hint(rung, title, task), '', ...wrap(text.replaceAll('`', ''), 2), '', next]
}

function taskCalled(name: string, lesson: Lesson): string | undefined {
  const names = taskNames(lesson)
  return names[Number(name) - 1] ?? names.find((task) => task.toLowerCase() === name.toLowerCase())
}

function taskNames({ manifest }: Lesson): string[] {
  return manifest.tareas.map(({ nombre }) => nombre)
}
