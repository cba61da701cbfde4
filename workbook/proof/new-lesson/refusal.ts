import type { LessonId } from '../../curriculum/lesson.ts'
import { lessonsOf } from '../../curriculum/lesson.ts'
import { TEXTS } from './texts.ts'

const NAME = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/

/** A lesson that somebody asks for. */
export interface Wish extends LessonId {
  name: string
}

/** Understands the arguments of the command, or says in a sentence why that lesson cannot be made. */
export function readWish(args: readonly string[], lessons: readonly LessonId[]): Wish | { refused: string } {
  const [digits = '', name = '', ...more] = args
  const part = more[0] === '--ampliacion' ? 'extension' : 'book'
  const refused = (sentence: string) => ({ refused: sentence })
  if (!name || more.length > (part === 'extension' ? 1 : 0)) return refused(TEXTS.usage)
  const number = Number(digits)
  if (!Number.isInteger(number) || number < 1 || number > 99) return refused(TEXTS.badNumber(digits))
  if (!NAME.test(name)) return refused(TEXTS.badName(name))
  const slug = `${String(number).padStart(2, '0')}-${name}`
  const wish = { number, slug, part, name } as const
  const sentence = taken(wish, lessons) ?? misplaced(wish, lessons)
  return sentence === undefined ? wish : refused(sentence)
}

function taken({ number, name }: Wish, lessons: readonly LessonId[]): string | undefined {
  const same = lessons.find((lesson) => lesson.number === number)
  if (same) return TEXTS.numberTaken(number, same.slug)
  const namesake = lessons.find(({ slug }) => slug.slice(3) === name)
  return namesake && TEXTS.nameTaken(name, namesake.slug)
}

/** Each app goes on from the one before, and the book's from no extension. */
function misplaced({ number, part }: Wish, lessons: readonly LessonId[]): string | undefined {
  const numbers = (part: LessonId['part']) => lessonsOf(part, lessons).map(({ number }) => number)
  const first = Math.min(...numbers('book'))
  const [last, firstMore] = [Math.max(...numbers('book')), Math.min(...numbers('extension'))]
  if (number < first) return TEXTS.noPrevious(first)
  if (part === 'extension' && number < last) return TEXTS.beforeBook(last)
  return part === 'book' && number > firstMore ? TEXTS.afterExtension(firstMore) : undefined
}
