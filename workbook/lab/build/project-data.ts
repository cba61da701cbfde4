import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../curriculum/paths.ts'
import { projectOnDisk } from '../../curriculum/project-source.ts'
import { ownProject } from '../../verdict/project/project.ts'
import type { ProjectData } from '../project-data.ts'

const GIVEN = 'lessons/comun'
const TEST = /\.test\.ts$/

/** Collects what the page needs for a project: what one of the solutions is made from, but for these. */
export async function collectProject(): Promise<ProjectData> {
  const { imports, overrides, lessons, locked, read, isPackage } = await projectOnDisk()
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
  const made = ownProject('', { imports, overrides, lessons, locked, read: solved, isPackage })
  const { packages } = JSON.parse(made.get('package-lock.json') ?? '{}')
  delete packages['']
  return { files, imports, overrides, lessons, locked: packages }
}
