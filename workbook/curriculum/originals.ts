import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Lesson } from './lesson.ts'
import { ROOT } from './paths.ts'

/** Where it is written what the workbook came with. */
export const ORIGINALS = join(ROOT, 'workbook', 'curriculum', 'originals.json')
const GIVEN = join(ROOT, 'lessons', 'comun')
const TEST = /\.test\.ts$/

/** What judges a lesson in this copy of the workbook. */
export interface Specification {
  /** SHA-256 of the specification and of all the given code that it uses, in hexadecimal. */
  hash: string
  /** Whether it is what the workbook came with. */
  original: boolean
}

/** What judges a lesson here, and whether somebody has changed it. */
export function specificationOf(lesson: Lesson): Specification {
  const hash = hashOf(lesson)
  return { hash, original: recorded()[lesson.slug] === hash }
}

/** What `originals.json` has to say of these lessons. */
export function originalsOf(lessons: readonly Lesson[]): string {
  return `${JSON.stringify(Object.fromEntries(lessons.map((lesson) => [lesson.slug, hashOf(lesson)])), null, 2)}\n`
}

/** Line ends are those of the system: Git may have changed them. */
function hashOf({ spec, folder }: Lesson): string {
  const hash = createHash('sha256')
  for (const file of [spec, join(folder, 'app.ts'), ...givenFiles()]) {
    const text = existsSync(file) ? readFileSync(file, 'utf8').replaceAll('\r\n', '\n') : ''
    hash.update(`${text.length} `).update(text)
  }
  return hash.digest('hex')
}

function givenFiles(): string[] {
  const names = readdirSync(GIVEN).filter((name) => name.endsWith('.ts') && !TEST.test(name))
  return names.sort().map((name) => join(GIVEN, name))
}

function recorded(): Record<string, string> {
  return existsSync(ORIGINALS) ? JSON.parse(readFileSync(ORIGINALS, 'utf8')) : {}
}
