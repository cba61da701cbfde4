import { LESSON_COUNT, loadLesson, loadLessons, UnknownLesson } from '../curriculum/lessons.ts'
import { readProgress } from '../learner/progress.ts'
import type { Choice } from './state.ts'

/** Understands the argument of `lesson` and `check`. Throws `UnknownLesson` if it names none. */
export async function chooseLesson(name: string): Promise<Choice> {
  if (name === 'final') return { lessons: await loadLessons(), allMine: true }
  const number = Number(name)
  if (!Number.isInteger(number) || number < 1 || number > LESSON_COUNT) throw new UnknownLesson(name)
  return { lessons: [await loadLesson(number)], allMine: false }
}

/** The name of the first lesson that is not finished; after the last one, `final`. */
export async function nextLesson(): Promise<string> {
  const progress = readProgress()
  const pending = (await loadLessons()).find(({ slug }) => !progress[slug]?.done)
  return pending ? String(pending.number) : 'final'
}
