import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Lesson } from '../../curriculum/lesson.ts'
import { ROOT } from '../../curriculum/paths.ts'
import { httpFile } from './http-file.ts'
import { outputName } from './output-name.ts'
import { resultOutputs } from './result-outputs.ts'
import { sceneOutput } from './scene-output.ts'

/** What a program writes, as the terminal output that a page shows: where it is kept and what it would be now. */
export interface Output {
  path: string
  text: string
}

export const OUTPUT_FOLDER = join(ROOT, 'docs', 'salidas')
/** Beside the exercises, where a learner finds it. */
export const HTTP_FILE = join(ROOT, 'lessons', 'cuaderno.http')

/** Runs all that the pages show: each lesson's scene, and its results in red and in green. And the prepared requests. */
export async function produceOutputs(lessons: readonly Lesson[]): Promise<Output[]> {
  const scenes = lessons.map(
    async (lesson) => [outputName(lesson, 'problema'), await sceneOutput(lesson)] as const,
  )
  const named = [...(await Promise.all(scenes)), ...(await resultOutputs(lessons))]
  const shown = named.map(([name, text]) => ({ path: join(OUTPUT_FOLDER, name), text }))
  return [...shown, { path: HTTP_FILE, text: httpFile(lessons) }]
}

/** Whether the file that the page shows is still what a run gives. */
export function isCurrent({ path, text }: Output): boolean {
  return existsSync(path) && readFileSync(path, 'utf8') === text
}
