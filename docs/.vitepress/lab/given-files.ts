import { pathOfImport } from '../../../workbook/curriculum/own-imports.ts'
import type { LessonData } from '../../../workbook/lab/lesson-data.ts'

const IMPORT = /\bfrom '([#.][^']+)'/g

/** A file of the project that a lesson is given. */
export interface GivenFile {
  /** Inside of the project. */
  path: string
  text: string
}

/**
 * What a lesson is given to read: its app, its specification and all that these import, except for its own
 * solution and those of later lessons.
 */
export function givenFiles({ files, imports }: LessonData, slug: string): GivenFile[] {
  const found = new Set<string>()
  const visit = (path: string) => {
    const text = files[path]
    if (text === undefined || found.has(path) || isAhead(path, slug)) return
    found.add(path)
    for (const [, name = ''] of text.matchAll(IMPORT))
      visit(pathOfImport(name, path, imports, 'solucion') ?? '')
  }
  const own = Object.keys(files).filter((path) => path.startsWith(`lessons/${slug}/`))
  for (const name of [/\/app\.ts$/, /\.test\.ts$/, /\/problema\.ts$/])
    own.filter((path) => name.test(path)).forEach(visit)
  return [...found].map((path) => ({ path, text: files[path] ?? '' }))
}

/** The exercise itself has its own editor. */
function isAhead(path: string, slug: string): boolean {
  const [folder, lesson = ''] = path.split('/')
  if (folder === 'solutions') return lesson >= slug
  return lesson === slug && !/(?:app|problema|\.test)\.ts$/.test(path)
}
