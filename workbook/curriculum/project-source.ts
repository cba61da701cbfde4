import { existsSync, readFileSync, statSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join } from 'node:path'
import type { Lesson } from './lesson.ts'
import { ROOT } from './paths.ts'

/**
 * What a project with the modules of these lessons is made from, as it is on the disk. Paths are those inside of the
 * workbook; `read` gives nothing for a file that is not there.
 */
export function projectOnDisk(lessons: readonly Lesson[]) {
  const { imports, overrides } = readJson('package.json')
  const { packages: locked } = readJson('package-lock.json')
  const inside = (path: string) => path.slice(ROOT.length)
  const files = lessons.map(({ folder, exercise, spec }) => ({
    folder: inside(folder),
    exercise: inside(exercise),
    spec: inside(spec),
  }))
  return { imports, overrides, locked, lessons: files, read, isPackage: (name: string) => !isBuiltin(name) }
}

function read(path: string): string | undefined {
  const file = join(ROOT, path)
  return existsSync(file) && statSync(file).isFile() ? readFileSync(file, 'utf8') : undefined
}

function readJson(name: string) {
  return JSON.parse(readFileSync(join(ROOT, name), 'utf8'))
}
