import type { Lesson } from '../../curriculum/lesson.ts'

/**
 * Where an action happens: in a session, asked for by a key, or in a terminal, by a command. The action is
 * the same one; the desk knows how to show what it gives and how the learner asks for the next thing.
 */
export interface Desk {
  readonly lesson: Lesson
  /** Whether the last run of the lesson was green. */
  readonly solved: boolean
  /** Asked for by a whole command: a key may be a slip. */
  readonly typed: boolean
  /** Name of the task that help is wanted for; nothing, after saying why, if there is none. */
  task(): string | undefined
  /** Shows several lines. */
  show(lines: readonly string[]): void
  /** Shows rows to choose from; a command shows them and no more. */
  choose(list: Rows): void
  /** Says one sentence. */
  say(sentence: string): void
  /** Says in one sentence why it cannot be: a command fails. */
  refuse(sentence: string): void
  /** Whether the learner insists. If not, asks `question`, which is told how to insist. */
  insists(question: (again: string) => string): boolean
  /** How another action is asked for here, by the name of its command: `d`, or `npm run deshaz 3`. */
  way(command: string): string
  /** How to try again here after a change, as an imperative. */
  readonly retry: string
}

/** What can be opened. */
export interface Rows {
  title: string
  rows: readonly Row[]
  foot: string
}

export interface Row {
  text: string
  /** What `npm run lesson` calls it. */
  name: string
}
