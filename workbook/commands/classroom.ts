import { existsSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Lesson } from '../curriculum/lesson.ts'
import { loadBook } from '../curriculum/lessons.ts'
import { ROOT } from '../curriculum/paths.ts'
import { chooseLesson } from '../session/choice.ts'
import { classroomWorkflow } from './classroom/workflow.ts'
import { complain } from './named-lesson.ts'
import { TEXTS } from './reports/texts.ts'
import { tryToWrite } from './reports/write.ts'

const FILE = join(ROOT, '.github', 'workflows', 'classroom.yml')

/** `npm run classroom [n …]`: writes the workflow that grades these lessons, or the book, task by task. */
export async function classroom(args: string[]): Promise<number> {
  const names = args.filter((arg) => arg !== '--')
  const lessons = names.length ? await named(names) : await loadBook()
  const shown = relative(ROOT, FILE)
  const text = classroomWorkflow(lessons)
  if (existsSync(FILE) && readFileSync(FILE, 'utf8') !== text) return complain(TEXTS.otherClassroom(shown))
  const refused = tryToWrite(FILE, shown, text, { recursive: true })
  if (refused) return complain(refused)
  console.log(TEXTS.classroomWritten(shown))
  return 0
}

async function named(names: readonly string[]): Promise<Lesson[]> {
  const chosen = await Promise.all(names.map((name) => chooseLesson(name)))
  const byNumber = new Map(chosen.flatMap(({ lessons }) => lessons).map((lesson) => [lesson.number, lesson]))
  return [...byNumber.values()].sort((one, other) => one.number - other.number)
}
