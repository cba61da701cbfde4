import { relative } from 'node:path'
import type { Lesson } from '../curriculum/lesson.ts'
import { loadLessons } from '../curriculum/lessons.ts'
import { ROOT } from '../curriculum/paths.ts'
import { listCopies } from '../learner/copies.ts'
import { complain } from './named-lesson.ts'
import { CannotUpdate } from './update/git.ts'
import { LOCKFILE, pathIn, type Update } from './update/own-files.ts'
import { TEXTS } from './update/texts.ts'
import { updateWorkbook } from './update/update.ts'

/** `npm run actualizar`: a newer version of the workbook, with the exercises as the learner left them. */
export async function update(): Promise<number> {
  try {
    const done = await updateWorkbook(await loadLessons())
    console.log(done ? updateLines(done).join('\n') : TEXTS.upToDate)
    return 0
  } catch (error) {
    if (error instanceof CannotUpdate) return complain(error.message)
    throw error
  }
}

function updateLines(done: Update): string[] {
  return [
    TEXTS.updated(done.files.size),
    ...(done.edited.length ? [TEXTS.kept] : []),
    ...done.edited.flatMap((lesson) => startLines(lesson, done)),
    ...(done.files.has(LOCKFILE) ? [TEXTS.install] : []),
  ]
}

/** What became of the starting file that an edited exercise comes from. */
function startLines({ number, slug, exercise }: Lesson, { from, files }: Update): string[] {
  const path = pathIn(ROOT, exercise)
  const [copy] = listCopies(slug)
  if (files.get(path) === 'D') return [TEXTS.gone(path, relative(ROOT, copy?.path ?? ''))]
  if (!files.has(path)) return []
  if (!from) return [TEXTS.newStartHere(number)]
  return [TEXTS.newStart(number, `git diff ${from.slice(0, 7)} HEAD -- ${path}`)]
}
