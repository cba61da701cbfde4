import { basename } from 'node:path'
import type { Lesson } from '../curriculum/lesson.ts'
import { loadLesson } from '../curriculum/lessons.ts'
import { failingTask } from '../learner/ladder.ts'
import { lessonProgress } from '../learner/progress.ts'
import type { Desk, Rows } from '../session/actions/desk.ts'
import type { Shared } from '../session/actions/table.ts'
import { flow } from '../session/report/wrap.ts'
import { complain, namedLesson } from './named-lesson.ts'
import { TEXTS } from './texts.ts'

/** Of lines where nobody can see how long they may be. */
const WIDTH = 80

/** `npm run pista 3` and the like: what a key of the session does, by a command. Gives the exit code. */
export async function byCommand(action: Shared, [name, ...words]: string[]): Promise<number> {
  const lesson = action.ofAll ? await loadLesson(1) : await namedLesson(name)
  if (!lesson) return complain(TEXTS.whichLesson(action.command))
  const desk = new CommandDesk(lesson, action.command, words)
  const act = await action.load()
  await act(desk)
  return desk.code
}

class CommandDesk implements Desk {
  readonly lesson: Lesson
  readonly typed = true
  /** The exit code. */
  code = 0
  readonly #command: string
  readonly #words: readonly string[]

  constructor(lesson: Lesson, command: string, words: readonly string[]) {
    this.lesson = lesson
    this.#command = command
    this.#words = words
  }

  get solved(): boolean {
    return lessonProgress(this.lesson.slug).done
  }

  get retry(): string {
    return TEXTS.checkAnother(this.lesson.number)
  }

  /** The one that was named or, if none was, the first whose TODO is still there: only a run could tell more. */
  task(): string | undefined {
    const [word] = this.#words
    const names = this.lesson.manifest.tareas.map(({ nombre }) => nombre)
    if (word !== undefined) {
      const named = names[Number(word) - 1] ?? names.find((name) => sameText(name, word))
      if (!named) this.refuse(TEXTS.unknownTask(word, names))
      return named
    }
    const pending = failingTask(this.lesson)
    if (!pending) this.#tellWithoutTodo(names[0] ?? '')
    return pending
  }

  show(lines: readonly string[]): void {
    const width = process.stdout.columns || WIDTH
    console.log(lines.flatMap((line) => flow(line, width)).join('\n'))
  }

  choose({ rows, foot }: Rows): void {
    this.show([...rows.map(({ text }) => text), '', foot])
  }

  say(sentence: string): void {
    console.log(sentence)
  }

  refuse(sentence: string): void {
    this.code = complain(sentence)
  }

  /** «si» suffices: npm keeps a `--si` that has no `--` before it, and PowerShell keeps the `--`. */
  insists(question: (again: string) => string): boolean {
    if (this.#words.some((word) => /^(?:--)?s[ií]$/i.test(word))) return true
    this.say(question(TEXTS.typeAgain(this.#command, this.lesson.number)))
    return false
  }

  way(command: string): string {
    return `npm run ${command} ${this.lesson.number}`
  }

  #tellWithoutTodo(task: string): void {
    const { number, exercise } = this.lesson
    if (this.solved) this.say(TEXTS.solved(number))
    else this.refuse(TEXTS.noTodoLeft(basename(exercise), number, task))
  }
}

function sameText(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}
