import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Lesson } from '../curriculum/lesson.ts'

/** Where they lie, beside the solution. */
export const OTHERS = 'otras'

/** A right answer that is not the solution of the book. */
export interface OtherAnswer {
  name: string
  source: string
}

/** The right answers of a lesson in another style, and its solution as editors of Windows save it. */
export function otherAnswers(lesson: Lesson): OtherAnswer[] {
  const solution = readFileSync(lesson.solution, 'utf8')
  const folder = join(dirname(lesson.solution), OTHERS)
  const files = existsSync(folder) ? readdirSync(folder) : []
  return [
    ...files.map((file) => ({
      name: basename(file, '.ts'),
      source: readFileSync(join(folder, file), 'utf8'),
    })),
    { name: 'la solución, con CRLF', source: solution.replaceAll('\n', '\r\n') },
    { name: 'la solución, con BOM', source: `\uFEFF${solution}` },
  ]
}
