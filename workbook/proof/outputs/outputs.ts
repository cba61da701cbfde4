import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Lesson } from '../../curriculum/lesson.ts'
import { ROOT } from '../../curriculum/paths.ts'
import { outputName } from './output-name.ts'
import { resultOutputs } from './result-outputs.ts'
import { sceneOutput } from './scene-output.ts'

/** A terminal output that a page shows: where it is kept and what a real run gives now. */
export interface Output {
  path: string
  text: string
}

export const OUTPUT_FOLDER = join(ROOT, 'docs', 'salidas')

/** Runs all that the pages show: each lesson's scene, and its results in red and in green. */
export async function produceOutputs(lessons: readonly Lesson[]): Promise<Output[]> {
  const scenes = lessons.map(
    async (lesson) => [outputName(lesson, 'problema'), await sceneOutput(lesson)] as const,
  )
  const named = [...(await Promise.all(scenes)), ...(await resultOutputs(lessons))]
  return named.map(([name, text]) => ({ path: join(OUTPUT_FOLDER, name), text }))
}

/** Whether the file that the page shows is still what a run gives. */
export function isCurrent({ path, text }: Output): boolean {
  return existsSync(path) && readFileSync(path, 'utf8') === text
}
