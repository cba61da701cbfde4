import { appOf, composedIn, type Entry, lessonsOf } from '../curriculum/lesson.ts'
import { ENTRIES, LESSONS, loadLesson, UnknownLesson } from '../curriculum/lessons.ts'
import { readProgress } from '../learner/progress.ts'
import type { Choice } from './state.ts'

/** Understands the argument of `lesson` and `check`. Throws `UnknownLesson` if it names none. */
export async function chooseLesson(name: string): Promise<Choice> {
  const number = Number(name)
  const found = ENTRIES.find((entry) => entry.name === name || entry.lesson?.number === number)
  if (!found) throw new UnknownLesson(name)
  const { lesson, part } = found
  const chosen = lesson ? [lesson] : composedIn(part, LESSONS)
  return { lessons: await Promise.all(chosen.map(({ number }) => loadLesson(number))), allMine: !lesson }
}

/** The name of the first lesson of the book that is not finished; after the last one, `final`. */
export async function nextLesson(): Promise<string> {
  const progress = readProgress()
  const pending = lessonsOf('book', LESSONS).find(({ slug }) => !progress[slug]?.done)
  return pending ? String(pending.number) : 'final'
}

/** What comes after a choice in its part; nothing after the final exercise. */
export function entryAfter({ lessons, allMine }: Choice): Entry | undefined {
  if (allMine) return undefined
  const { number } = appOf(lessons)
  return ENTRIES[ENTRIES.findIndex(({ lesson }) => lesson?.number === number) + 1]
}
