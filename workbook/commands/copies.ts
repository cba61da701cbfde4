import { basename } from 'node:path'
import { loadLessons } from '../curriculum/lessons.ts'
import { type Copy, listCopies, restoreCopy, UnknownCopy } from '../learner/copies.ts'
import { complain, namedLesson } from './named-lesson.ts'
import { TEXTS } from './texts.ts'

const WHEN = new Intl.DateTimeFormat('es', { dateStyle: 'medium', timeStyle: 'short' })

/** `npm run copias [3]` lists the copies; `npm run copias restaura <id>` brings one back. */
export async function copies([name, id]: string[]): Promise<number> {
  if (name === 'restaura') return restore(id ?? '')
  const lesson = await namedLesson(name)
  if (name && !lesson) return complain(TEXTS.whichLesson('copias'))
  const found = listCopies(lesson?.slug)
  console.log(listLines(found).join('\n'))
  return 0
}

async function restore(id: string): Promise<number> {
  const lessons = await loadLessons()
  try {
    const { lesson: slug, at } = restoreCopy(id, lessons)
    const lesson = lessons.find((lesson) => lesson.slug === slug)
    console.log(TEXTS.restored(basename(lesson?.exercise ?? slug), WHEN.format(at)))
    return 0
  } catch (error) {
    if (error instanceof UnknownCopy) return complain(TEXTS.unknownCopy(id))
    throw error
  }
}

function listLines(copies: readonly Copy[]): string[] {
  const [newest] = copies
  return newest ? [...copies.map(row), '', TEXTS.howToRestore(newest.id)] : [TEXTS.noCopies]
}

function row({ id, lesson, at, reason }: Copy): string {
  const when = WHEN.format(at)
  return `${id}  ${TEXTS.copy(Number.parseInt(lesson, 10))}  ${when.padEnd(19)}  ${TEXTS.reasons[reason]}`
}
