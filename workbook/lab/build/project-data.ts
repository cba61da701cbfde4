import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { lessonsOf } from '../../curriculum/lesson.ts'
import { loadLessons } from '../../curriculum/lessons.ts'
import { ROOT } from '../../curriculum/paths.ts'
import { projectOnDisk } from '../../curriculum/project-source.ts'
import { ownProject } from '../../verdict/project/project.ts'
import type { ProjectData } from '../project-data.ts'

const GIVEN = 'lessons/comun'
const TEST = /\.test\.ts$/

/** Collects what the page needs for a project: what one of all the solutions is made from, but for these. */
export async function collectProject(): Promise<ProjectData> {
  const all = await loadLessons()
  const { imports, overrides, lessons, locked, read } = projectOnDisk(all)
  const files: Record<string, string> = {}
  const keep = (path: string) => {
    const text = read(path)
    if (text !== undefined) files[path] = text
    return text
  }
  // Any of it may be what a learner imports.
  for (const name of readdirSync(join(ROOT, GIVEN))) if (!TEST.test(name)) keep(`${GIVEN}/${name}`)
  const exercises = lessons.map(({ exercise }) => exercise)
  const solved = (path: string) =>
    exercises.includes(path) ? read(path.replace('lessons/', 'solutions/')) : keep(path)
  const needed: ProjectData['locked'] = {}
  for (const composed of [lessonsOf('book', all), all]) {
    const source = projectOnDisk(composed)
    const made = ownProject('', { ...source, read: solved })
    const { '': _own, ...packages } = JSON.parse(made.get('package-lock.json') ?? '{}').packages
    Object.assign(needed, packages)
  }
  return { files, imports, overrides, lessons, locked: inOrderOf(locked, needed) }
}

/** In the order of the workbook's own lockfile, and as it locks them. */
function inOrderOf(locked: ProjectData['locked'], needed: ProjectData['locked']): ProjectData['locked'] {
  return Object.fromEntries(Object.entries(locked).filter(([path]) => path in needed))
}
