import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { LessonProgress } from '../../learner/progress.ts'
import type { ProjectCopy } from './project-copy.ts'

/** Makes a copy of the project remember this, by the names of the lessons' folders. */
export function writeProgress(copy: ProjectCopy, progress: Record<string, Partial<LessonProgress>>): void {
  mkdirSync(join(copy.folder, '.cuaderno'), { recursive: true })
  copy.write(join('.cuaderno', 'progreso.json'), JSON.stringify(progress))
}
